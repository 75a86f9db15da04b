"""The letters to people: an invitation, a link for a new password. Thai first, English under it."""

from smtplib import SMTPException

from django.core.mail import send_mail

INVITATION = (
    "คำเชิญเข้าใช้ระบบติดตาม · An invitation to Tidtam",
    """เรียน {name}

{by} เชิญท่านเป็น{role}ของ{place} ในระบบติดตาม
เปิดลิงก์นี้เพื่อตั้งชื่อผู้ใช้และรหัสผ่าน (ใช้ได้ครั้งเดียว ภายใน {days} วัน):
{link}

{by} invites you to Tidtam. Open the link to choose a user name and a password.
It works once, within {days} days. If you expected no invitation, do nothing.
""",
)
NEW_PASSWORD = (
    "ตั้งรหัสผ่านใหม่ ระบบติดตาม · A new password for Tidtam",
    """เรียน {name}

เปิดลิงก์นี้เพื่อตั้งรหัสผ่านใหม่ (ใช้ได้ครั้งเดียว ภายใน 24 ชั่วโมง):
{link}
ชื่อผู้ใช้ของท่านคือ {username} ถ้าท่านไม่ได้ขอ ไม่ต้องทำอะไร รหัสผ่านเดิมยังใช้ได้

Open the link to choose a new password. It works once, within 24 hours.
Your user name is {username}. If you did not ask for it, do nothing.
""",
)


def post(letter: tuple[str, str], to: str, **values: object) -> bool:
    """Sends a letter; False when no mail server took it, so that the page can say so."""
    subject, text = letter
    try:
        return send_mail(subject, text.format(**values), None, [to]) == 1
    except (OSError, SMTPException):
        return False
