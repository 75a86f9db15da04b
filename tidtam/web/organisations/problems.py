"""What can be wrong with a page of an organisation."""

from tidtam.problems import define

NO_SUCH_ORGANISATION = define(
    "web.organisation",
    th="ไม่มีองค์กรนี้ หรือเป็นของพื้นที่ที่ไม่ใช่ของท่าน",
    en="there is no such organisation, or it belongs to a place that is not yours",
    do_th="เปิดองค์กรจากหน้ารวม",
    do_en="open an organisation from the page of all",
)
DAY_NOT_WHOLE = define(
    "web.organisation-day",
    th="วันที่จดทะเบียนต้องเป็นวันเดียว",
    en="it is registered on one day, not in a month or year",
    do_th="ใส่วัน เดือน และปีตามหนังสือจดทะเบียน ไม่ทราบวันให้เว้นว่าง",
    do_en="give day, month and year as on the certificate; leave it empty where the day is not known",
)
