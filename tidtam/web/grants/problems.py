"""What the money page says of what was typed."""

from tidtam.problems import define

NO_SUCH_HOUSEHOLDS = define(
    "grants.no-such-households",
    th="อ่าน “{text}” เป็นเลขที่ครัวเรือนของโครงการไม่ได้",
    en="“{text}” cannot be read as numbers of households of the project",
    do_th="พิมพ์เช่น 1-20, 25 หรือเว้นว่างเพื่อเสนอทุกครัวเรือนที่ยังไม่ได้รับ",
    do_en="type such as 1-20, 25, or leave it empty for all without a grant",
)
NO_ONE_LEFT = define(
    "grants.no-one-left",
    th="ทุกครัวเรือนของโครงการมีเงินอุดหนุนแล้ว หรือยังไม่มีครัวเรือนในโครงการ",
    en="each household of the project has a grant already, or there is none yet",
    do_th="เพิ่มครัวเรือนก่อน หรือพิมพ์เลขที่ครัวเรือนที่ต้องการ",
    do_en="add households first, or type the numbers that you mean",
)
NO_SHARE = define(
    "grants.no-share",
    th="“{text}” ไม่ใช่ร้อยละของครัวเรือน",
    en="“{text}” is no per cent of the households",
    do_th="ใส่จำนวนเต็มตั้งแต่ 1 ถึง 100",
    do_en="give a whole number from 1 to 100",
)
