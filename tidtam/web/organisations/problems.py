"""What can be wrong with a page of an organisation."""

from tidtam.problems import define

NO_SUCH_ORGANISATION = define(
    "web.organisation",
    th="ไม่มีองค์กรนี้ หรือเป็นของพื้นที่ที่ไม่ใช่ของท่าน",
    en="there is no such organisation, or it belongs to a place that is not yours",
    do_th="เปิดองค์กรจากหน้ารวม",
    do_en="open an organisation from the page of all",
)
