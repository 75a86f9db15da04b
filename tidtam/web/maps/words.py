"""What the map says, in Thai and in English."""

SAYINGS: dict[str, tuple[str, str]] = {
    "map.title": ("แผนที่", "Map"),
    "map.link": ("ดูบนแผนที่", "See it on the map"),
    "map.to_trail": ("ดูที่มาของตัวเลข", "See the trail of the figure"),
    "map.tree": ("แบ่งตาม", "Parted by"),
    "map.picture": ("แผนที่: {name} ณ {day}", "Map: {name}, as of {day}"),
    "map.table": ("ตัวเลขของแผนที่", "The numbers of the map"),
    "map.table_hint": (
        "ตารางบอกเท่ากับแผนที่ กดตัวเลขเพื่อดูที่มา กดชื่อเพื่อดูแผนที่ของพื้นที่นั้น",
        "The table says the same as the map. A number opens its trail, a name the map of the place.",
    ),
    "map.result": ("ผล ({unit})", "Result ({unit})"),
    "map.target": ("เป้าหมาย", "Target"),
    "map.percent": ("ร้อยละ", "Per cent"),
    "map.unreported": ("ยังไม่มีรายงาน {n} พื้นที่", "Not reported: {n} places"),
    "map.unplaced": (
        "อีก {n} {unit} ไม่รู้ว่าอยู่พื้นที่ใดในนี้ จึงไม่อยู่บนแผนที่",
        "{n} {unit} more are not placed in any of these, and so are not on the map",
    ),
    "map.withheld": (
        "ตัวเลขรายตำบลเปิดให้ผู้ที่มีบทบาทในจังหวัดนี้ โปรดเข้าสู่ระบบ",
        "Figures by tambon are for those with a role in this province. Please sign in.",
    ),
    "map.about_points": (
        "จุดของตำบลเป็นตำแหน่งโดยประมาณ คลาดเคลื่อนได้หลายกิโลเมตร",
        "The point of a tambon is approximate; it may be some kilometres off.",
    ),
    "map.without_point": (
        "ไม่มีจุดบนแผนที่ มีเฉพาะในตาราง: {names}",
        "Without a point on the map, only in the table: {names}",
    ),
    "map.lower_end": (
        "ที่ที่รู้เพียงจำนวนต่ำสุดหรือเป็นช่วง จัดชั้นตามจำนวนต่ำสุด",
        "Where only the least or a range is known, the class is that of the least.",
    ),
    "map.no_shape": (
        "บรรทัดนี้ไม่มีแผนที่ ณ พื้นที่และวันที่เลือก เพราะไม่แยกเป็นจังหวัดหรือตำบล",
        "There is no map of this line for the chosen place and day: it is not split by province or tambon.",
    ),
    "map.one_place": (
        "บรรทัดนี้นับเฉพาะที่{name} แผนที่จึงแสดงยอดทั้งหมดที่จังหวัดนั้น",
        "This line counts at {name} only; the map shows all of it at its province.",
    ),
    "map.source": (
        "เส้นจังหวัดจาก Natural Earth (สาธารณสมบัติ) จุดตำบลจาก thaiaddress (Apache-2.0) ใช้ดูเท่านั้น ไม่ใช้วัด",
        "Provinces: Natural Earth (public domain). Tambons: thaiaddress (Apache-2.0). Not to measure by.",
    ),
    "map.regions": ("รายภาค", "Region by region"),
    "map.regions_hint": (
        "ทุกภาคใช้ชั้นเดียวกัน ตัวเลขบนจังหวัดอยู่ในหน้าแผนที่ของภาคด้วย",
        "All regions share the same classes; the numbers stand in the table of each region’s map too.",
    ),
    "map.over_time": ("ขั้นตามเวลา", "Stages through time"),
    "map.unsplit": ("ยังไม่รู้ขั้น", "stage not told"),
    "picture.bands": (
        "แถบขั้นสิ้นเดือน {n} เดือน ตัวเลขอยู่ในตารางข้างล่าง",
        "Bands of the stages at {n} month ends; the numbers are in the table below",
    ),
    "picture.growth": ("ยอดสิ้นเดือน: {said}", "Month ends: {said}"),
}
