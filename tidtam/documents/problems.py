"""What can be wrong with a file before anything in it has been understood."""

from tidtam.problems import define

NOT_A_WORKBOOK = define(
    "documents.not_a_workbook",
    th="เปิดไฟล์นี้เป็นสมุดงาน Excel ไม่ได้ ({reason})",
    en="this file cannot be opened as an Excel workbook ({reason})",
    do_th="โปรดเปิดไฟล์ใน Excel แล้วบันทึกใหม่เป็น .xlsx",
    do_en="open it in Excel and save it again as .xlsx",
)
OLD_FORMAT = define(
    "documents.old_format",
    th="ไฟล์เป็นแบบ {format} ซึ่งไม่รับ",
    en="the file is of the kind {format}, which is not taken",
    do_th="โปรดบันทึกเป็น Excel Workbook (.xlsx) หรือ CSV (UTF-8)",
    do_en="save it as Excel Workbook (.xlsx) or CSV (UTF-8)",
)
PASSWORD = define(
    "documents.password",
    th="ไฟล์มีรหัสผ่าน จึงอ่านไม่ได้",
    en="the file is protected by a password and cannot be read",
    do_th="โปรดเปิดไฟล์ใน Excel ยกเลิกรหัสผ่าน แล้วบันทึกใหม่",
    do_en="open it in Excel, remove the password and save it again",
)
TOO_BIG = define(
    "documents.too_big",
    th="ไฟล์ใหญ่ {size} เกินขนาดที่รับได้ คือ {limit}",
    en="the file is {size}; the limit is {limit}",
    do_th="โปรดแบ่งเป็นหลายไฟล์ หรือนำรูปภาพออก",
    do_en="split it into several files, or take the pictures out",
)
UNPACKS_TOO_BIG = define(
    "documents.unpacks_too_big",
    th="เมื่อคลายแล้วไฟล์นี้ใหญ่ผิดปกติ ({size} จากขีดจำกัด {limit}) จึงไม่เปิด",
    en="unpacked, this file is out of proportion ({size}, the limit is {limit}), so it was not opened",
    do_th="โปรดคัดลอกเฉพาะข้อมูลไปไว้ในสมุดงานใหม่",
    do_en="copy only the data into a new workbook",
)
TOO_MANY_PARTS = define(
    "documents.too_many_parts",
    th="ไฟล์นี้ประกอบด้วย {count} ส่วน เกินที่รับได้ คือ {limit} ส่วน",
    en="the file has {count} parts inside; the limit is {limit}",
    do_th="โปรดคัดลอกเฉพาะข้อมูลไปไว้ในสมุดงานใหม่",
    do_en="copy only the data into a new workbook",
)
TOO_MANY_SHEETS = define(
    "documents.too_many_sheets",
    th="สมุดงานมี {count} แผ่น เกินที่รับได้ คือ {limit} แผ่น",
    en="the workbook has {count} sheets; the limit is {limit}",
    do_th="โปรดแบ่งเป็นหลายไฟล์",
    do_en="split it into several files",
)
TOO_MANY_ROWS = define(
    "documents.too_many_rows",
    th="ข้อมูลในแผ่นนี้ลงไปเกินแถวที่ {limit} ซึ่งเป็นจำนวนแถวที่รับได้",
    en="the data of this sheet goes below row {limit}, which is the limit",
    do_th="โปรดลบแถวที่ไม่ใช้ หรือแบ่งเป็นหลายไฟล์",
    do_en="delete rows that are not used, or split it into several files",
)
TOO_MANY_COLUMNS = define(
    "documents.too_many_columns",
    th="ข้อมูลในแผ่นนี้ไปเกินคอลัมน์ที่ {limit} ซึ่งเป็นจำนวนคอลัมน์ที่รับได้",
    en="the data of this sheet goes beyond column {limit}, which is the limit",
    do_th="โปรดลบคอลัมน์ที่ไม่ใช้",
    do_en="delete columns that are not used",
)
TOO_MANY_CELLS = define(
    "documents.too_many_cells",
    th="ข้อมูลในแผ่นนี้กินพื้นที่เกิน {limit} เซลล์ ซึ่งเป็นจำนวนที่รับได้",
    en="the data of this sheet spans more than {limit} cells, which is the limit",
    do_th="โปรดลบแถวและคอลัมน์ที่ไม่ใช้ หรือแบ่งเป็นหลายไฟล์",
    do_en="delete rows and columns that are not used, or split it into several files",
)
UNREADABLE_TEXT = define(
    "documents.unreadable_text",
    th="อ่านตัวอักษรในไฟล์ CSV นี้ไม่ได้ เพราะไม่ได้บันทึกเป็น UTF-8",
    en="the letters of this CSV file cannot be read: it was not saved as UTF-8",
    do_th="เปิดไฟล์ใน Excel เลือก “บันทึกเป็น” (Save As) แล้วเลือกชนิด “CSV UTF-8” หรือ .xlsx จากนั้นส่งใหม่",
    do_en="open it in Excel, choose “Save As” and the type “CSV UTF-8” or .xlsx, then send it again",
)
FILE_EMPTY = define(
    "documents.file_empty",
    th="ไฟล์นี้ว่าง (0 ไบต์) อาจส่งมาไม่ครบ",
    en="the file is empty (0 bytes); it may not have come through",
    do_th="โปรดเลือกไฟล์อีกครั้งแล้วส่งใหม่",
    do_en="choose the file again and send it once more",
)
ATTACHMENT_KIND = define(
    "documents.attachment_kind",
    th="ไฟล์ชนิดนี้ใช้เป็นหลักฐานไม่ได้",
    en="a file of this kind is not taken as evidence",
    do_th="โปรดใช้รูปถ่าย (JPEG, PNG, WebP) หรือเอกสาร (PDF, .docx, .xlsx)",
    do_en="hand in a photo (JPEG, PNG, WebP) or a document (PDF, .docx, .xlsx)",
)
PHONE_PICTURE = define(
    "documents.phone_picture",
    th="รูปนี้เป็นแบบ HEIC ซึ่งเปิดไม่ได้ทุกเครื่อง จึงไม่รับ",
    en="this picture is of the kind HEIC, which not every machine can open, so it is not taken",
    do_th="โปรดตั้งกล้องเป็นแบบ “เข้ากันได้มากที่สุด” (JPEG) หรือบันทึกรูปเป็น JPEG แล้วส่งใหม่",
    do_en="set the camera to “Most Compatible” (JPEG), or save the picture as JPEG, and send it again",
)
ATTACHMENT_TOO_BIG = define(
    "documents.attachment_too_big",
    th="ไฟล์ใหญ่ {size} เกินขนาดที่รับได้ คือ {limit}",
    en="the file is {size}; the limit is {limit}",
    do_th="โปรดส่งรูปขนาดเล็กลง หรือแบ่งเอกสารเป็นหลายไฟล์",
    do_en="send a smaller picture, or split the document into several files",
)
PHOTO_TOO_LARGE = define(
    "documents.photo_too_large",
    th="รูปนี้ละเอียดเกินที่รับได้ คือ {limit} ล้านจุด",
    en="the picture has more than {limit} million pixels, which is the limit",
    do_th="โปรดย่อรูปหรือตั้งกล้องให้ละเอียดน้อยลง",
    do_en="make the picture smaller, or set the camera to fewer pixels",
)
PHOTO_BROKEN = define(
    "documents.photo_broken",
    th="รูปนี้เสียหรือส่งมาไม่ครบ จึงเปิดไม่ได้",
    en="the picture is broken or did not come through whole and cannot be opened",
    do_th="โปรดเปิดดูรูปในเครื่องก่อน แล้วส่งใหม่เมื่อสัญญาณดี",
    do_en="see that it opens on your own device, then send it again where the signal is good",
)
DOCUMENT_BROKEN = define(
    "documents.document_broken",
    th="เอกสารนี้เสียหรือส่งมาไม่ครบ จึงเปิดไม่ได้",
    en="the document is broken or did not come through whole and cannot be opened",
    do_th="โปรดเปิดดูในเครื่องก่อน แล้วบันทึกและส่งใหม่",
    do_en="see that it opens on your own device, then save it and send it again",
)
DOCUMENT_LOCKED = define(
    "documents.document_locked",
    th="เอกสารนี้มีรหัสผ่าน ผู้ตรวจจะเปิดไม่ได้",
    en="the document has a password, so no reviewer could open it",
    do_th="โปรดบันทึกใหม่โดยไม่มีรหัสผ่าน",
    do_en="save it again without a password",
)
DOCUMENT_MACROS = define(
    "documents.document_macros",
    th="เอกสารนี้มีแมโคร (คำสั่งอัตโนมัติ) จึงไม่รับ",
    en="the document has macros, so it is not taken",
    do_th="โปรดบันทึกใหม่เป็น .docx หรือ .xlsx ที่ไม่มีแมโคร",
    do_en="save it again as .docx or .xlsx without macros",
)
