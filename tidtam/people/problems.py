"""What people are told when signing in, an invitation or a role is refused."""

from tidtam.problems import define

NOT_LET_IN = define(
    "people.not-let-in",
    th="ชื่อผู้ใช้หรือรหัสผ่านไม่ถูกต้อง",
    en="the user name or the password is not right",
    do_th="ลองพิมพ์ใหม่ ตรวจแป้นไทย/อังกฤษ หรือขอตั้งรหัสผ่านใหม่",
    do_en="type them again, mind the keyboard's language, or ask for a new password",
)
LOCKED_OUT = define(
    "people.locked-out",
    th="ลองเข้าสู่ระบบผิดหลายครั้ง จึงพักไว้ {minutes} นาที",
    en="too many wrong attempts: signing in rests for {minutes} minutes",
    do_th="รอแล้วลองใหม่ หรือขอตั้งรหัสผ่านใหม่ ถ้าไม่ใช่ท่าน โปรดแจ้งผู้ดูแลระบบ",
    do_en="wait and try again, or ask for a new password; if it was not you, tell an administrator",
)
PASSWORD_SHORT = define(
    "people.password-short",
    th="รหัสผ่านสั้นกว่า 12 ตัวอักษร",
    en="the password is shorter than 12 characters",
    do_th="ใช้คำหลายคำต่อกันที่ท่านจำได้",
    do_en="use several words that you remember",
)
PASSWORD_COMMON = define(
    "people.password-common",
    th="รหัสผ่านนี้มีคนใช้กันมาก เดาได้ง่าย",
    en="this password is used by many and easy to guess",
    do_th="ใช้คำหลายคำที่ไม่เกี่ยวกัน",
    do_en="use several words that do not belong together",
)
PASSWORD_LIKE_NAME = define(
    "people.password-like-name",
    th="รหัสผ่านคล้ายชื่อหรืออีเมลของท่าน",
    en="the password is like your name or e-mail address",
    do_th="ใช้คำอื่นที่ไม่เกี่ยวกับชื่อ",
    do_en="use words that have nothing to do with it",
)
PASSWORDS_DIFFER = define(
    "people.passwords-differ",
    th="รหัสผ่านสองช่องไม่ตรงกัน",
    en="the two passwords differ",
    do_th="พิมพ์รหัสผ่านเดียวกันทั้งสองช่อง",
    do_en="type the same one twice",
)
PASSWORD_WRONG = define(
    "people.password-wrong",
    th="รหัสผ่านปัจจุบันไม่ถูกต้อง",
    en="the present password is not right",
    do_th="พิมพ์รหัสผ่านที่ใช้อยู่",
    do_en="type the password that you use now",
)
LINK_DEAD = define(
    "people.link-dead",
    th="ลิงก์ตั้งรหัสผ่านนี้ใช้แล้วหรือหมดอายุ",
    en="this link for a new password was used or is too old",
    do_th="ขอตั้งรหัสผ่านใหม่อีกครั้ง",
    do_en="ask for a new one",
)
CODE_WRONG = define(
    "people.code-wrong",
    th="รหัส 6 หลักไม่ถูกต้อง ใช้ไปแล้ว หรือหมดเวลา",
    en="the six digits are not right, were used already, or are too late",
    do_th="ใส่รหัสที่แอปแสดงอยู่ขณะนี้ และตรวจว่าเวลาในโทรศัพท์ตรง",
    do_en="type what the app shows now, and see that the clock of the phone is right",
)
NAME_MISSING = define(
    "people.name-missing",
    th="ยังไม่มีชื่อที่จะแสดง",
    en="the name to show is missing",
    do_th="ใส่ชื่อและนามสกุล",
    do_en="give first and last name",
)
USERNAME_STRANGE = define(
    "people.username-strange",
    th="ชื่อผู้ใช้ “{text}” ใช้ไม่ได้",
    en="the user name “{text}” cannot be used",
    do_th="ใช้ตัวอักษร ตัวเลข และ . - _ + เท่านั้น ไม่เว้นวรรค ไม่เกิน 150 ตัว",
    do_en="use letters, digits and . - _ + without spaces, 150 at most",
)
USERNAME_IS_MAIL = define(
    "people.username-is-mail",
    th="ชื่อผู้ใช้ “{text}” มีเครื่องหมาย @ จึงอาจซ้ำกับอีเมลของผู้อื่น",
    en="the user name “{text}” holds an @, so it might be the e-mail address of somebody else",
    do_th="ตั้งชื่อผู้ใช้ที่ไม่มี @ เช่น somsri ท่านยังเข้าสู่ระบบด้วยอีเมลของท่านได้",
    do_en="choose a name without @, such as somsri; you can still sign in by your own e-mail address",
)
USERNAME_TAKEN = define(
    "people.username-taken",
    th="มีผู้ใช้ชื่อ “{text}” แล้ว",
    en="the user name “{text}” is taken",
    do_th="เลือกชื่อผู้ใช้อื่น",
    do_en="choose another",
)
MAIL_STRANGE = define(
    "people.mail-strange",
    th="อีเมล “{text}” อ่านไม่ได้",
    en="the e-mail address “{text}” cannot be read",
    do_th="เขียนเช่น name@example.org หรือเว้นว่าง",
    do_en="write it like name@example.org, or leave it empty",
)
NO_SUCH_ROLE = define(
    "people.no-such-role",
    th="ยังไม่ได้เลือกบทบาท",
    en="no role is chosen",
    do_th="เลือกบทบาทจากรายการ",
    do_en="choose a role from the list",
)
NO_SUCH_PLACE = define(
    "people.no-such-place",
    th="ไม่พบพื้นที่ “{text}”",
    en="there is no place “{text}”",
    do_th="ใช้ชื่อหรือรหัสพื้นที่ เช่น ขอนแก่น หรือ 40",
    do_en="give the name or code of a place, such as ขอนแก่น or 40",
)
NOT_IN_TREE = define(
    "people.not-in-tree",
    th="{place} ไม่อยู่ในผังพื้นที่ที่เลือก",
    en="{place} is not in the chosen tree",
    do_th="เลือกผังพื้นที่อื่น",
    do_en="choose another tree",
)
NOT_YOURS_TO_GIVE = define(
    "people.not-yours-to-give",
    th="{place} กว้างกว่าหรืออยู่นอกพื้นที่ที่ท่านดูแล",
    en="{place} is wider than, or outside, the places that you look after",
    do_th="เลือกพื้นที่ที่ท่านดูแล หรือให้ผู้ดูแลของพื้นที่นั้นทำ",
    do_en="choose a place of yours, or leave it to who looks after that one",
)
INVITATION_DEAD = define(
    "people.invitation-dead",
    th="คำเชิญนี้ใช้แล้ว ถูกถอน หรือหมดอายุ",
    en="this invitation was used or withdrawn, or is too old",
    do_th="ขอลิงก์ใหม่จากผู้ที่เชิญท่าน",
    do_en="ask whoever invited you for a new link",
)
INVITATION_CLOSED = define(
    "people.invitation-closed",
    th="คำเชิญนี้ใช้หรือถอนไปแล้ว",
    en="this invitation was used or withdrawn already",
    do_th="เปิดหน้าบุคคลอีกครั้งเพื่อดูสถานะล่าสุด",
    do_en="open the page of people again to see how it stands",
)
OWN_INVITATION = define(
    "people.own-invitation",
    th="ท่านเป็นผู้ทำคำเชิญนี้ จึงรับเองไม่ได้",
    en="you made this invitation, so you cannot take it up yourself",
    do_th="ให้ผู้ดูแลคนอื่นของพื้นที่เชิญท่าน",
    do_en="have another person who looks after the place invite you",
)
NO_SUCH_ACCOUNT = define(
    "people.no-such-account",
    th="ไม่มีบัญชีนี้ หรือไม่ใช่บัญชีของบุคคล",
    en="there is no such account, or it is no person's",
    do_th="เปิดหน้าบุคคลแล้วเลือกใหม่",
    do_en="open the page of people and choose again",
)
OWN_ACCOUNT = define(
    "people.own-account",
    th="นี่เป็นบัญชีของท่านเอง จึงปิดเองไม่ได้",
    en="this is your own account, so you cannot close it",
    do_th="ให้ผู้ดูแลคนอื่นของพื้นที่ทำ",
    do_en="leave it to another person who looks after the place",
)
NOT_YOURS_TO_KEEP = define(
    "people.not-yours-to-keep",
    th="{name} มีบทบาทนอกพื้นที่ที่ท่านดูแล",
    en="{name} has a role outside the places that you look after",
    do_th="สิ้นสุดเฉพาะบทบาทในพื้นที่ของท่าน หรือให้ผู้ดูแลของทุกพื้นที่นั้นทำ",
    do_en="end the roles at your own places, or leave the account to who looks after all of them",
)
REASON_MISSING = define(
    "people.reason-missing",
    th="ยังไม่ได้บอกเหตุผล",
    en="the reason is missing",
    do_th="เขียนเหตุผลสั้น ๆ ผู้สอบทานจะเห็น",
    do_en="say why in a few words; the auditor will read it",
)
