"""What the pages of organisations say, in Thai and in English."""

SAYINGS: dict[str, tuple[str, str]] = {
    "organisations.title": ("องค์กรชุมชน", "Organisations of communities"),
    "organisations.about": (
        "องค์กรในพื้นที่ที่ท่านเปิดดูได้",
        "Organisations at the places that you may open",
    ),
    "organisations.none": ("ยังไม่มีองค์กรตามที่เลือก", "There is no such organisation."),
    "organisations.search": ("ชื่อองค์กร", "Name"),
    "organisations.show": ("แสดง", "Show"),
    "organisations.loans": ("สินเชื่อ (สัญญา)", "Loans"),
    "organisations.place": ("พื้นที่", "Place"),
    "organisations.no_loans": ("ยังไม่มีสินเชื่อ", "No loans yet."),
    "organisations.projects": ("โครงการ", "Projects"),
    "organisations.no_projects": ("ยังไม่มีโครงการ", "No projects yet."),
    "organisations.registered": ("ทะเบียนเลขที่ {number}", "Registered as {number}"),
    "organisations.registered_on": ("เมื่อ {day}", "on {day}"),
    "organisations.begun": ("เริ่ม {day}", "begun {day}"),
    "organisations.path": ("องค์กรทั้งหมด", "All organisations"),
    "organisations.portfolio": ("สินเชื่อทุกองค์กร", "Loans of all organisations"),
    "organisations.kind.cooperative": ("สหกรณ์", "Cooperative"),
    "organisations.kind.savings_group": ("กลุ่มออมทรัพย์", "Savings group"),
    "organisations.kind.network": ("เครือข่าย", "Network"),
    "organisations.kind.council": ("สภาองค์กรชุมชน", "Council of community organisations"),
    "organisations.kind.welfare_fund": ("กองทุนสวัสดิการชุมชน", "Welfare fund"),
    "organisations.kind.other": ("อื่น ๆ", "Other"),
}
