"""What the pages of signing in say, in Thai and in English."""

SAYINGS: dict[str, tuple[str, str]] = {
    "me.sign_in": ("เข้าสู่ระบบ", "Sign in"),
    "me.sign_out": ("ออกจากระบบ", "Sign out"),
    "me.work": ("งานของฉัน", "My work"),
    "me.calendar": ("ปฏิทินรายงาน", "Calendar"),
    "me.account": ("บัญชีของฉัน", "My account"),
    "me.menu": ("เมนูของฉัน", "My menu"),
    "me.menu_short": ("เมนู", "Menu"),
    "sign_in.title": ("เข้าสู่ระบบ", "Sign in"),
    "sign_in.about": (
        "สำหรับผู้บันทึก ผู้ตรวจสอบ และผู้รับรอง ตัวเลขถึงระดับจังหวัดอ่านได้โดยไม่ต้องเข้าสู่ระบบ",
        "For those who record, verify and approve. Figures down to the province are open without it.",
    ),
    "sign_in.username": ("ชื่อผู้ใช้หรืออีเมล", "User name or e-mail"),
    "sign_in.password": ("รหัสผ่าน", "Password"),
    "sign_in.forgotten": ("ลืมรหัสผ่าน", "Forgotten your password?"),
    "sign_in.no_account": (
        "ยังไม่มีบัญชี? ขอลิงก์คำเชิญจากผู้ดูแลระบบของพื้นที่ท่าน",
        "No account yet? Ask who looks after the people of your place for an invitation.",
    ),
    "sign_in.password_set": (
        "ตั้งรหัสผ่านใหม่แล้ว เข้าสู่ระบบได้เลย",
        "The new password is set. You can sign in with it.",
    ),
    "account.title": ("บัญชีของฉัน", "My account"),
    "account.username": ("ชื่อผู้ใช้", "User name"),
    "account.email": ("อีเมล", "E-mail"),
    "account.roles": ("บทบาทของฉัน", "My roles"),
    "account.role_at": ("{role} ที่{place}", "{role}, {place}"),
    "account.no_roles": (
        "ยังไม่มีบทบาท จึงเห็นเท่าที่เปิดเผยต่อทุกคน โปรดติดต่อผู้ดูแลของพื้นที่",
        "No roles yet, so you see what everybody sees. Ask who looks after the people of your place.",
    ),
    "account.until": ("ถึงก่อนวันที่ {day}", "until before {day}"),
    "account.change_password": ("เปลี่ยนรหัสผ่าน", "Change password"),
    "account.password_changed": ("เปลี่ยนรหัสผ่านแล้ว", "Your password is changed."),
    "account.two_step": ("ยืนยันสองขั้น", "Two-step sign-in"),
    "account.two_step_on": ("ยืนยันสองขั้น (เปิดอยู่)", "Two-step sign-in (on)"),
    "second.title": ("ยืนยันขั้นที่สอง", "Second step"),
    "second.about": (
        "เปิดแอปยืนยันตัวตนในโทรศัพท์ แล้วใส่รหัส 6 หลัก",
        "Type the six digits of the app on your phone.",
    ),
    "second.code": ("รหัส 6 หลัก", "Six digits"),
    "two_step.title": ("ยืนยันสองขั้น", "Two-step sign-in"),
    "two_step.about": (
        "นอกจากรหัสผ่าน ระบบจะถามรหัส 6 หลักจากแอปในโทรศัพท์ทุกครั้งที่เข้าสู่ระบบ อ่านภาพนี้ด้วยแอปยืนยันตัวตน แล้วใส่รหัสที่แอปแสดง",
        "Beside the password you will be asked for six digits from an app each time you sign in. "
        "Read the square with an authenticator app, then type what it shows.",
    ),
    "two_step.square": ("ภาพสำหรับให้แอปอ่าน", "Square for the app to read"),
    "two_step.by_hand": ("หรือพิมพ์รหัสนี้ในแอป:", "Or type this into the app:"),
    "two_step.turn_on": ("เปิดใช้", "Turn it on"),
    "two_step.turn_off": ("ปิดการยืนยันสองขั้น", "Turn it off"),
    "two_step.is_on": (
        "เปิดใช้อยู่ ถ้าโทรศัพท์หาย ผู้ดูแลเครื่องปิดให้ได้ด้วยคำสั่ง tidtam person two-step-off",
        "It is on. When the phone is lost, whoever keeps the machine turns it off with "
        "`tidtam person two-step-off`.",
    ),
    "password.title": ("ตั้งรหัสผ่านใหม่", "New password"),
    "password.present": ("รหัสผ่านปัจจุบัน", "Present password"),
    "password.new": ("รหัสผ่านใหม่", "New password"),
    "password.again": ("รหัสผ่านใหม่อีกครั้ง", "The new password again"),
    "password.hint": (
        "อย่างน้อย 12 ตัวอักษร ใช้คำหลายคำต่อกันจำง่ายกว่า",
        "12 characters or more; several words are easier to remember",
    ),
    "password.save": ("ตั้งรหัสผ่าน", "Set the password"),
    "forgotten.title": ("ขอตั้งรหัสผ่านใหม่", "Ask for a new password"),
    "forgotten.about": (
        "เราจะส่งลิงก์ไปที่อีเมลของบัญชี ลิงก์ใช้ได้ครั้งเดียวภายใน 24 ชั่วโมง",
        "A link goes to the e-mail address of the account. It works once, within 24 hours.",
    ),
    "forgotten.send": ("ส่งลิงก์", "Send the link"),
    "forgotten.sent": (
        "ถ้ามีบัญชีนี้และมีอีเมล ลิงก์กำลังไปถึง (ขอซ้ำได้หลัง 5 นาที) ถ้าไม่มีอีเมล โปรดติดต่อผู้ดูแลระบบของพื้นที่",
        "If there is such an account with an e-mail address, the link is on its way (again after 5 minutes). "
        "Without an address, ask who looks after the people of your place.",
    ),
}
