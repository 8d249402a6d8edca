//! Reading documents.

texts! {
    /// Files that are no document, each with the conversion to make.
    ForeignWords
    image {
        zh: "这是图片：请先作文字识别（OCR），核对后存为 docx 或 txt",
        en: "a picture: recognise its text (OCR), proofread it and save it as docx or txt",
    }
    open_document {
        zh: "这是开放文档格式的绘图或图表：请改交 docx、xlsx 或 pdf",
        en: "a drawing or chart in OpenDocument format: ask for docx, xlsx or pdf",
    }
    ofd {
        zh: "这是 OFD 版式文件：请用版式阅读器导出为 PDF 或文本",
        en: "an OFD file: export it as PDF or text with an OFD viewer",
    }
    flat_xml {
        zh: "这是 Excel 2003 XML 或其他单文件 XML：请用 Excel 或 WPS 另存为 xlsx",
        en: "Excel 2003 XML, or another document in one XML file: save it as xlsx with Excel or WPS",
    }
    /// Word, Excel or WPS from before 1997.
    old {
        zh: "这是 1997 年以前格式的 Word、Excel 或 WPS 文件：请用 WPS 另存为 docx 或 xlsx",
        en: "a Word, Excel or WPS file from before 1997: save it as docx or xlsx with WPS",
    }
    slides { zh: "这是演示文稿：请改交 docx、xlsx 或 pdf", en: "slides: ask for docx, xlsx or pdf" }
    archive { zh: "这是压缩包：请先解压，再读取其中的文件", en: "an archive: unpack it first and read the files in it" }
}

texts! {
    /// Reading documents.
    ReadWords
    /// Nothing is written in the document.
    empty {
        zh: "文件里没有文字：请核对是否选错文件或传输中损坏，必要时请机关重新报送",
        en: "there is no text in the file: make sure that it is whole and the right one, or ask for it again",
    }
    nothing_found {
        zh: "没有找到表式中的任何表格：请核对是否为政府信息公开工作年度报告",
        en: "no table of the form was found: make sure that this is an annual report on government information disclosure",
    }
    not_text {
        zh: "不是文本，也不是能够读取的文档：请用原软件打开，另存为 docx、xlsx、pdf 或 txt",
        en: "this is not text, and no document that can be read: open it with the program that made it and save it as docx, xlsx, pdf or txt",
    }
    too_large(limit) {
        zh: "文件超过 {limit} MiB 或一百万行，未读取：请核对是否选错文件，或删去图片和附件后另存",
        en: "the file is larger than {limit} MiB or a million lines, so it was not read: make sure it is the right file, or save it without pictures and attachments",
    }
    encrypted {
        zh: "文件有密码保护：请用原软件打开，另存为不加密的文件",
        en: "protected by a password: open it with the program that made it and save it without one",
    }
    broken(format) {
        zh: "文件已损坏，不是完整的 {format} 文件：请用原软件打开后重新保存",
        en: "damaged, not a whole {format} file: open it with the program that made it and save it again",
    }
    /// An archive that unpacks to too much.
    unpacks(limit) {
        zh: "压缩包部件过多、压缩比异常或解压后超过 {limit} MiB，未读取：请核对来源；确是年报的，用原软件打开后另存",
        en: "an archive with too many parts, a suspicious ratio or more than {limit} MiB inside, so it was not read: ask where it comes from; a true report can be opened and saved again",
    }
    /// What a file is instead of a document, and what to do.
    /// A known format that cannot be read yet.
    unsupported(ending) {
        zh: "暂不能读取 {ending} 文件，请先转换为文本（txt）",
        en: "cannot read {ending} files yet; convert to text (txt) first",
    }
    /// A document that consists of pictures.
    no_text_layer {
        zh: "没有文字层（扫描件）：请索取原文档，或先作文字识别（OCR）",
        en: "no text layer (a scan): ask for the document itself, or recognise its text first (OCR)",
    }
    no_year {
        zh: "标题、正文、落款、文件夹名和文件名中都找不到年度：请在文件名中写明，如“某县某局2024年年报”",
        en: "no year in the title, the text, the date below it, the names of folder and file: put it into the file name",
    }
    no_agency {
        zh: "标题、网页标题、前言、正文、文件夹名和文件名中都没有找到机关名称，暂不具名：请审核人员补上",
        en: "no agency in the title, the head of the page, the preface, the text, the names of folder and file: left open for the reviewer to name",
    }
    extra_value(row, expected, found, text) {
        zh: "“{row}”应有 {expected} 个数，实有 {found} 个（{text}）；读数已可确定",
        en: ["“{row}” should have {expected} {values} and has {found} ({text}); the reading is settled"; values(expected)],
    }
    chosen_values(row, expected, found, text, taken, dropped) {
        zh: "“{row}”应有 {expected} 个数，实有 {found} 个（{text}）；按勾稽关系选取其中一种读法（{taken}），舍去：{dropped}；请与原文核对",
        en: ["“{row}” should have {expected} {values} and has {found} ({text}); the equations chose one of several readings ({taken}) and discarded: {dropped}; compare with the document"; values(expected)],
    }
    /// What `chosen-values` discarded: two numbers that it reads as one.
    apart(text) { zh: "把“{text}”当作几个数", en: "“{text}” as several numbers" }
    /// What `chosen-values` discarded: blanks elsewhere.
    other_blanks { zh: "空格在别处的读法", en: "readings with the blanks elsewhere" }
    unsettled_values(row, expected, found, text) {
        zh: "“{row}”应有 {expected} 个数，实有 {found} 个（{text}），不能确定哪些是本行的数",
        en: ["“{row}” should have {expected} {values} and has {found} ({text}); which ones count is not settled"; values(expected)],
    }
    too_few_values(row, expected, found, text) {
        zh: "“{row}”应有 {expected} 个数，只有 {found} 个（{text}），不能确定缺哪一个",
        en: ["“{row}” should have {expected} {values} and has only {found} ({text}); which one is absent is not settled"; values(expected)],
    }
    no_values(row) { zh: "“{row}”后面没有找到数", en: "no value was found for “{row}”" }
    doubtful_blank(row, text) {
        zh: "“{row}”有空白单元格（{text}），位置按勾稽关系取定",
        en: "“{row}” has blank cells ({text}); the arithmetic decided where",
    }
    stray_blank(row, text) {
        zh: "“{row}”的数齐全，但中间夹有空白格（{text}）",
        en: "“{row}” has all its values, with blank fields between them ({text})",
    }
    moved_values(row, text) {
        zh: "“{row}”的数不在其标签之后（{text}）",
        en: "the values of “{row}” do not follow its label ({text})",
    }
    shifted_row(row) {
        zh: "“{row}”一行左右错位，已按标签读取",
        en: "the row “{row}” is shifted sideways; it was read by its label",
    }
    displaced_row(row) {
        zh: "“{row}”不在表式规定的位置，已按标签读取",
        en: "the row “{row}” is not where the form has it; it was read by its label",
    }
    altered_label(official, text) {
        zh: "表式中的“{official}”在文中是“{text}”",
        en: "the form's “{official}” reads “{text}” here",
    }
    missing_column_label(text) {
        zh: "没有找到列标题：{text}；该表按列的固定次序读取",
        en: "no header was found for the columns {text}; the table was read in the form's order of columns",
    }
    column_order(text) {
        zh: "列标题的次序与表式不同（{text}），已按列标题读取",
        en: "the columns' headers stand in another order than on the form ({text}); the values were read by their headers",
    }
    unknown_columns(row, text) {
        zh: "列标题与表式不符，不能确定“{row}”的数（{text}）各属哪一列，有关的数没有读取",
        en: "the columns' headers are not the form's; which columns the values of “{row}” ({text}) belong to is not settled, and they were not taken",
    }
    merged_row(row, text) {
        zh: "“{row}”合并成一行填报（{text}），其下各行没有读取",
        en: "“{row}” is filled in as one row ({text}); the rows below it were not read",
    }
    row_not_found(row) { zh: "没有找到“{row}”一行", en: "the row “{row}” was not found" }
    table_not_found(table) { zh: "没有找到表{table}", en: "table {table} was not found" }
    table_twice(table) {
        zh: "表{table}有内容在文中出现两次，数值相同",
        en: "parts of table {table} stand twice in the document, with the same values",
    }
    copies_differ(row, text, other) {
        zh: "“{row}”在文中出现两次，数不相同（{text}；{other}），不同的数没有采用",
        en: "“{row}” stands twice, with different values ({text}; {other}); those that differ were not taken",
    }
    page_header(text) {
        zh: "表中夹有页眉“{text}”，已略过",
        en: "a page header stands inside the table and was skipped: “{text}”",
    }
    unknown_text(text) { zh: "表中有不认识的文字“{text}”", en: "unknown words inside the table: “{text}”" }
    unknown_texts(count, text) {
        zh: "表中有 {count} 处不认识的文字（如“{text}”）",
        en: ["unknown words inside the tables in {count} {places} (such as “{text}”)"; places(count)],
    }
    section_not_found(section) { zh: "没有找到章节“{section}”", en: "the section “{section}” was not found" }
    second_report(text) {
        zh: "文中由此起似有另一份年报（“{text}”），没有读取：请把它拆成单独的文件",
        en: "another report seems to begin here (“{text}”) and was not read: put it into a file of its own",
    }
    side_by_side(year, other) {
        zh: "{year} 年的数与 {other} 年的数并列，文中的文字归入 {other} 年",
        en: "the numbers of {year} stand beside those of {other}; the text of the document was read with those of {other}",
    }
    year_doubt(year, from) { zh: "年度 {year} 取自{from}，请核对", en: "the year {year} was taken with doubt ({from})" }
    agency_doubt(agency, from) {
        zh: "机关名称“{agency}”取自{from}，请核对",
        en: "the agency “{agency}” was taken with doubt ({from})",
    }
    bad_bytes(count) { zh: "有 {count} 个字符不能解码", en: ["{count} {characters} could not be decoded"; characters(count)] }
    /// A place where a year or name was found.
    in_title { zh: "标题", en: "the title" }
    in_text { zh: "正文", en: "the text" }
    /// The head of a page or the metadata of a file.
    in_head { zh: "网页标题或文件属性", en: "the head of the page or the properties of the file" }
    in_preface { zh: "前言", en: "the preface" }
    /// The report before it in the same document.
    in_report_above { zh: "同一文件中的上一份年报", en: "the report before it in the same file" }
    in_folder { zh: "文件夹名", en: "the name of the folder" }
    in_file { zh: "文件名", en: "the file name" }
    /// A place: the period the report is on.
    in_period { zh: "统计期限", en: "the statistical period" }
    but_there(place, year) { zh: "（{place}中是 {year}）", en: " ({place} has {year})" }
    too_much(table) {
        zh: "内容过多，表{table}只看了前一部分",
        en: "too much content; only the first part was searched for table {table}",
    }
    too_long { zh: "文件内容过长，只看了前一部分", en: "the document is too long; only its first part was looked at" }
    too_much_drawn(pages) {
        zh: "第 {pages} 页的线条或图形过多，没有全部查看，删改和遮盖的数可能没有认出：请与原文核对",
        en: "page {pages}: too many lines or shapes to look at all of them; struck or covered numbers may have been missed: compare it with the document",
    }
    unread_font(pages) {
        zh: "第 {pages} 页有文字的字体不能识别，没有读取：请与原文核对，或把该页作文字识别（OCR）",
        en: "page {pages}: some text is in a font that cannot be read, and was left out: compare it with the document, or recognise the page's text (OCR)",
    }
    mixed_forms(form, other, text) {
        zh: "表格混用两种表式：按 {form} 年表式读取，但文中有 {other} 年表式的“{text}”",
        en: "two editions of the form are mixed: read by that of {form}, but there is “{text}” of {other}",
    }
    struck_out(text) {
        zh: "“{text}”划有删除线，旁边没有改写的数，仍按原数读取：请与原文核对",
        en: "“{text}” is struck out and nothing stands for it; read as it was: compare it with the document",
    }
    raised_text(text) {
        zh: "这一格中有上标（或下标）文字，取作“{text}”：请与原文核对",
        en: "this cell has raised or lowered text; taken as “{text}”: compare it with the document",
    }
    faint_text(text) {
        zh: "这一格中有看不见的文字（白色或极小的字），取作“{text}”：请与原文核对",
        en: "this cell has text that cannot be seen (white or tiny); taken as “{text}”: compare it with the document",
    }
    spread_digits(text) {
        zh: "这一格的数字分开书写，合作“{text}”：请与原文核对",
        en: "the digits of this cell stand apart; taken together as “{text}”: compare it with the document",
    }
    covered_text {
        zh: "这一格的文字被遮盖，没有读取：请与原文核对",
        en: "the text of this cell is painted over and was not read: compare it with the document",
    }
    blank_is_zero(text, count) {
        zh: "文中注明空白（或横线、斜线）表示 0（“{text}”），{count} 格按 0 读取",
        en: ["the report says that a blank (or a dash) is zero (“{text}”); {count} {cells_were} read so"; cells_were(count): "cell was" / "cells were"],
    }
    spelled_number(text) {
        zh: "这一格写作“{text}”，按汉字数字读取：请与原文核对",
        en: "this cell says “{text}”, which was read as a number: compare it with the document",
    }
    spelled_numbers(count, text) {
        zh: "{count} 格写作“{text}”等，按汉字数字读取：请与原文核对",
        en: ["{count} {cells_say} “{text}” and the like, read as numbers: compare with the document"; cells_say(count): "cell says" / "cells say"],
    }
    picture {
        zh: "这一格是图片，没有读取：请与原文核对",
        en: "this cell is a picture and was not read: compare it with the document",
    }
    picture_in_text(after) {
        zh: "“{after}”之后有一张图片（或不能打开的嵌入对象），没有读取；缺少的表格可能就在其中：请索取可编辑的原件，或先作文字识别（OCR）",
        en: "after “{after}” stands a picture (or an embedded object that cannot be opened), which was not read; the missing table may be in it: ask for a document with editable tables, or recognise its text first (OCR)",
    }
    /// No table was found, and there are pictures.
    pictures(count, places) {
        zh: "没有找到表式中的任何表格；文中有 {count} 张图片（或不能打开的嵌入对象）：{places}。表格可能就是这些图片：请索取表格可编辑的原件，或把图片作文字识别（OCR），核对后存为 docx 或 txt",
        en: ["no table of the form was found; there {are} {count} {pictures_or_embedded_objects} that cannot be opened): {places}. The tables may be {those}: ask for a document with editable tables, or recognise the text of the {pictures} (OCR) and save it as docx or txt"; are(count): "is" / "are", pictures_or_embedded_objects(count): "picture (or embedded object" / "pictures (or embedded objects", those(count): "that" / "those", pictures(count)],
    }
    picture_comma { zh: "、", en: ", " }
    /// The place of a picture: before all text.
    picture_first { zh: "文首", en: "at the beginning" }
    picture_after(text) { zh: "“{text}”之后", en: "after “{text}”" }
    picture_page(page) { zh: "第 {page} 页", en: "on page {page}" }
    picture_page_after(page, text) { zh: "第 {page} 页“{text}”之后", en: "on page {page} after “{text}”" }
    glued_values(table, count, text) {
        zh: "表{table}有 {count} 行的数连成一串（{text}），不能确定如何分开，没有读取",
        en: ["table {table}: the numbers of {count} {rows} stand without a gap ({text}); how to take them apart is not certain, so they were not read"; rows(count)],
    }
    glued_rows(row, count, text) {
        zh: "“{row}”等 {count} 行的数断在几处或连成一串（如 {text}），不能确定哪些是本行的数，没有读取",
        en: "the numbers of “{row}” and others, {count} rows, are torn or stand without a gap (such as {text}); which ones count is not certain, so they were not read",
    }
    glued_row(row, text) {
        zh: "“{row}”的数断在几处或连成一串（{text}），不能确定哪些是本行的数，没有读取",
        en: "the numbers of “{row}” are torn or stand without a gap ({text}); which ones count is not certain, so they were not read",
    }
    chosen_split(table, count, text) {
        zh: "表{table}有 {count} 行的数连成一串（{text}），分法不止一种，按勾稽关系选定",
        en: ["table {table}: the numbers of {count} {rows} stand without a gap ({text}); of several ways to take them apart, the one that adds up was read"; rows(count)],
    }
    torn_headers(table, text) {
        zh: "表{table}的列标题（{text}）断在两行，按表式的次序辨认",
        en: "table {table}: the words of its headers ({text}) are torn over two lines; they were taken in the order of the form",
    }
    placed_by_sums(table, count) {
        zh: "表{table}有 {count} 行的数与行名不在一处，按勾稽关系归入各行",
        en: ["table {table}: the numbers of {count} {rows} stand apart from their labels; they were placed where the sums of the form hold"; rows(count)],
    }
    scattered_values(table, count) {
        zh: "表{table}的数与行名分离，多行未能取得数值；另有 {count} 行的数也可能归错了行",
        en: ["table {table}: numbers stand apart from their labels, and many rows lack theirs; those of {count} {rows} may belong to others"; rows(count)],
    }
    loose_headers(table) {
        zh: "表{table}的标题与数不在一处或不全，数按表式的次序读取",
        en: "table {table}: the headers stand apart from the numbers or lack some; the numbers were taken in the order of the form",
    }
    order_by_sums(table, count) {
        zh: "表{table}的列标题辨认不清；{count} 行的数按表式的次序都合计得上，已按此读取",
        en: ["table {table}: its headers cannot be made out; {count} {rows_add} up in the order of the form and {were} read so"; rows_add(count): "row adds" / "rows add", were(count): "was" / "were"],
    }
    extra_values(row, count, text) {
        zh: "“{row}”等 {count} 行的值多于单元格（如 {text}）；读数已可确定",
        en: "“{row}” and others, {count} rows, have more values than cells (such as {text}); the reading is settled",
    }
    unsettled_rows(row, count, text) {
        zh: "“{row}”等 {count} 行的值多于单元格（如 {text}），不能确定哪些是本行的数",
        en: "“{row}” and others, {count} rows, have more values than cells (such as {text}); which ones count is not settled",
    }
    too_few_in_rows(row, count, text) {
        zh: "“{row}”等 {count} 行的值少于单元格（如 {text}），不能确定缺哪一个",
        en: "“{row}” and others, {count} rows, have fewer values than cells (such as {text}); which one is absent is not settled",
    }
    no_values_in_rows(row, count) {
        zh: "“{row}”等 {count} 行后面没有找到数",
        en: "no value was found for “{row}” and others, {count} rows",
    }
    doubtful_blanks(row, count, text) {
        zh: "“{row}”等 {count} 行有空白单元格（如 {text}），位置按勾稽关系取定",
        en: "“{row}” and others, {count} rows, have blank cells (such as {text}); the arithmetic decided where",
    }
    stray_blanks(row, count, text) {
        zh: "“{row}”等 {count} 行的数齐全，但中间夹有空白格（如 {text}）",
        en: "“{row}” and others, {count} rows, have all their values, with blank fields between them (such as {text})",
    }
    moved_rows(row, count, text) {
        zh: "“{row}”等 {count} 行的数不在其标签之后（如 {text}）",
        en: "the values of “{row}” and others, {count} rows, do not follow their labels (such as {text})",
    }
    shifted_rows(row, count) {
        zh: "“{row}”等 {count} 行左右错位，已按标签读取",
        en: "“{row}” and others, {count} rows, are shifted sideways; they were read by their labels",
    }
    displaced_rows(row, count) {
        zh: "“{row}”等 {count} 行不在表式规定的位置，已按标签读取",
        en: "“{row}” and others, {count} rows, stand elsewhere than on the form; they were read by their labels",
    }
    unknown_columns_of_rows(row, count, text) {
        zh: "列标题与表式不符，不能确定“{row}”等 {count} 行的数（如 {text}）各属哪一列，有关的数没有读取",
        en: "the columns' headers are not the form's; which columns the values of “{row}” and others, {count} rows (such as {text}), belong to is not settled, and they were not taken",
    }
    rows_not_found(row, count) {
        zh: "没有找到“{row}”等 {count} 行",
        en: "“{row}” and others, {count} rows, were not found",
    }
    copies_of_rows_differ(row, count, text, other) {
        zh: "“{row}”等 {count} 行在文中出现两次，数不相同（如 {text}；{other}），不同的数没有采用",
        en: "“{row}” and others, {count} rows, stand twice, with different values (such as {text}; {other}); those that differ were not taken",
    }
    struck_out_cells(count, text) {
        zh: "{count} 格的数（如“{text}”）划有删除线，旁边没有改写的数，仍按原数读取：请与原文核对",
        en: ["the values of {count} {cells} (such as “{text}”) are struck out and nothing stands for them; read as they were: compare them with the document"; cells(count)],
    }
    raised_texts(count, text) {
        zh: "{count} 格中有上标（或下标）文字，取作“{text}”等：请与原文核对",
        en: ["{count} {cells_have} raised or lowered text; taken as “{text}” and so on: compare with the document"; cells_have(count): "cell has" / "cells have"],
    }
    faint_texts(count, text) {
        zh: "{count} 格中有看不见的文字（白色或极小的字），取作“{text}”等：请与原文核对",
        en: ["{count} {cells_have} text that cannot be seen (white or tiny); taken as “{text}” and so on: compare with the document"; cells_have(count): "cell has" / "cells have"],
    }
    spread_numbers(count, text) {
        zh: "{count} 格的数字分开书写，合作“{text}”等：请与原文核对",
        en: ["the digits of {count} {cells} stand apart; taken together as “{text}” and so on: compare them with the document"; cells(count)],
    }
    pictures_in_cells(count) {
        zh: "{count} 格是图片，没有读取：请与原文核对",
        en: ["{count} {cells_are} and {were} not read: compare with the document"; cells_are(count): "cell is a picture" / "cells are pictures", were(count): "was" / "were"],
    }
}
