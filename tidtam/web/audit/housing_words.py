"""What the page of audit lines says of housing: projects, households, what blocks them."""

KINDS: dict[str, tuple[str, str]] = {
    "organisation.added": ("เพิ่มองค์กร", "organisation added"),
    "organisation.corrected": ("แก้ข้อมูลองค์กร", "organisation corrected"),
    "project.added": ("เริ่มโครงการ", "project begun"),
    "project.part_added": ("เพิ่มระยะหรือชุมชน", "phase or community added"),
    "project.partner_added": ("เพิ่มภาคี", "partner added"),
    "project.paper_added": ("เพิ่มเอกสารโครงการ", "paper of a project added"),
    "event.reported": ("แจ้งเหตุ", "event reported"),
    "households.added": ("เพิ่มครัวเรือน", "households added"),
    "grant.exception_asked": ("ขอข้อยกเว้นกฎการเงิน", "exception from a money rule asked for"),
    "grant.exception_given": ("อนุมัติข้อยกเว้นกฎการเงิน", "exception from a money rule given"),
    "households.changed": ("แก้ข้อมูลครัวเรือน", "households changed"),
    "list.taken": ("รับไฟล์บัญชีครัวเรือน", "list of households taken"),
    "practice.marked": ("ทำเป็นฐานข้อมูลฝึกหัด", "marked as a practice database"),
    "housing.blocked": ("บันทึกเหตุติดขัด", "block noted"),
    "housing.unblocked": ("ปิดเหตุติดขัด", "block ended"),
}

SENTENCES: dict[str, tuple[str, str]] = {
    "organisation.added": ("{who} เพิ่มองค์กร {name}", "{who} put {name} on the register"),
    "organisation.corrected": (
        "{who} แก้ข้อมูลองค์กร {name} ซึ่งเดิมคือ {before}",
        "{who} corrected what is on the register of {name}; before it was: {before}",
    ),
    "project.added": ("{who} เริ่มโครงการ {thing}", "{who} began the project {thing}"),
    "project.part_added": ("{who} เพิ่ม {name} ในโครงการ {thing}", "{who} added {name} to the project {thing}"),
    "project.partner_added": (
        "{who} เพิ่มภาคี {name} ในโครงการ {thing}",
        "{who} added the partner {name} to the project {thing}",
    ),
    "project.paper_added": (
        "{who} เพิ่มเอกสาร {title} ในโครงการ {thing}",
        "{who} added the paper {title} to the project {thing}",
    ),
    "event.reported": ("{who} แจ้งเหตุ {name}", "{who} reported {name}"),
    "households.added": (
        "{who} เพิ่ม {households} ครัวเรือนในโครงการ {thing}",
        "{who} added {households} households to the project {thing}",
    ),
    "grant.exception_asked": (
        "{who} ขอข้อยกเว้นกฎการเงินของ {thing} เพราะ {reason}",
        "{who} asked for an exception from a money rule for {thing}: {reason}",
    ),
    "grant.exception_given": (
        "{who} อนุมัติข้อยกเว้นกฎการเงินของ {thing} เพราะ {reason}",
        "{who} gave an exception from a money rule for {thing}: {reason}",
    ),
    "households.changed": (
        "{who} แก้ข้อมูล {households} ครัวเรือนในโครงการ {thing}",
        "{who} changed {households} households of the project {thing}",
    ),
    "list.taken": (
        "{who} รับไฟล์ {file} ของโครงการ {thing} ({rows} แถว)",
        "{who} took the file {file} of the project {thing} ({rows} rows)",
    ),
    "practice.marked": (
        "{who} ทำฐานข้อมูลนี้เป็นฐานข้อมูลฝึกหัด",
        "{who} marked this database as one for practice",
    ),
    "housing.blocked": (
        "{who} บันทึกเหตุติดขัดของโครงการ {thing} ({reason})",
        "{who} noted what blocks the project {thing} ({reason})",
    ),
    "housing.unblocked": (
        "{who} ปิดเหตุติดขัดของโครงการ {thing} ({reason})",
        "{who} ended what blocks the project {thing} ({reason})",
    ),
}
