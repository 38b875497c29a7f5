"""The wording of letters: what several secretaries write, in three languages.

`{place}` the plant's city, `{host}` the plant, `{firm}` the firm whose people the visitors are said to be, `{start}` and
`{stop}` the window, `{inn}` that firm's tax number.
"""

POSTS = {
    "en": ["engineer", "senior engineer", "technician", "specialist"],
    "ru": ["инженер", "ведущий инженер", "техник", "специалист"],
    "zh": ["工程师", "高级工程师", "技术员", "专员"],
}
TABLES = {
    "en": [
        ("No.", "Full name", "Passport No.", "Position", "Employer"),
        ("#", "Name", "Passport", "Position", "Company"),
    ],
    "ru": [
        ("№", "ФИО", "Паспорт", "Должность", "Место работы"),
        ("№ п/п", "Фамилия, имя", "№ паспорта", "Должность", "Организация"),
    ],
    "zh": [("序号", "姓名", "护照号", "职务", "工作单位"), ("编号", "姓名", "护照号码", "职位", "单位")],
}
LINES = {  # with a passport number and without
    "en": [
        ("{0}. {1}, passport {2}, {3}", "{0}. {1}, {3}"),
        ("{0}) {1} – {3}, passport No. {2}", "{0}) {1} – {3}"),
        ("- {1} ({3}; passport {2})", "- {1} ({3})"),
    ],
    "ru": [
        ("{0}. {1}, паспорт {2}, {3}", "{0}. {1}, {3}"),
        ("{0}) {1} – {3}, паспорт № {2}", "{0}) {1} – {3}"),
        ("- {1} ({3}, загранпаспорт {2})", "- {1} ({3})"),
    ],
    "zh": [
        ("{0}. {1}，护照号 {2}，{3}", "{0}. {1}，{3}"),
        ("{0}、{1}，{3}，护照号码：{2}", "{0}、{1}，{3}"),
        ("{1}（{3}，护照号：{2}）", "{1}（{3}）"),
    ],
}
OPENINGS = {
    "en": [
        "We kindly ask you to arrange a visit of our specialists to your site in {place} from {start} to {stop}.",
        "As agreed, a working visit of our engineers to {host} in {place} is planned in the period {start} – {stop}.",
        "Please be informed that a group of our specialists will come to {place} between {start} and {stop}.",
        "We plan to send our service team to your premises ({place}) for the period from {start} until {stop} and ask for your confirmation.",
    ],
    "ru": [
        "Просим согласовать визит наших специалистов в г. {place} в период с {start} по {stop}.",
        "Направляем в командировку в г. {place} с {start} по {stop} группу наших специалистов.",
        "Сообщаем, что в соответствии с планом работ наши специалисты прибудут в г. {place}. Срок пребывания: с {start} по {stop}.",
        "Просим оформить пропуска для наших сотрудников на территорию {host} (г. {place}) на период с {start} по {stop}.",
    ],
    "ru_invites": [
        "{host} приглашает специалистов {firm} посетить предприятие в г. {place} с {start} по {stop}.",
        "Настоящим {host} подтверждает готовность принять в г. {place} специалистов {firm} в период с {start} по {stop}.",
    ],
    "zh": [
        "兹邀请我公司下列工程师于{start}至{stop}前往俄罗斯{place}市{host}进行技术交流。",
        "现邀请下列人员于{start}至{stop}赴俄罗斯{place}市访问{host}。",
        "根据合同安排，我公司拟派下列人员赴俄罗斯{place}市{host}开展技术服务，访问时间为{start}至{stop}。",
    ],
}
LISTED = {
    "en": [
        "The following employees of {firm} will take part:",
        "The group consists of the following {firm} staff members:",
        "Our employees ({firm}):",
    ],
    "ru": [
        "Список сотрудников {firm}:",
        "В состав группы входят следующие сотрудники {firm}:",
        "Работники {firm}, направляемые в поездку:",
    ],
    "ru_invites": ["Просим направить следующих сотрудников {firm}:"],
    "zh": ["下列人员均为{firm}（INN {inn}）员工：", "来访人员名单（{firm}员工，INN {inn}）："],
}
PURPOSES = {
    "en": [
        "Purpose of the visit: technical consultations.",
        "Purpose: work under the supply contract.",
        "The visit serves technical consultations under our contract.",
    ],
    "ru": [
        "Цель поездки: технические консультации.",
        "Цель визита: работы по договору поставки.",
        "Просим обеспечить встречу группы.",
    ],
    "zh": ["往返机票及食宿费用由我公司承担。", "访问目的：技术咨询。", "请予以协助办理相关手续。"],
}
SUBJECTS = {
    "ru": ["О командировании специалистов", "О визите специалистов", "О прибытии группы"],
    "ru_invites": ["Приглашение"],
}
