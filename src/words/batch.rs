//! Reading documents in masses, by helpers.

texts! {
    /// The helpers that read documents: why one brought no report.
    WorkerWords
    memory(limit) {
        zh: "读取时占用内存超过 {limit} MiB，已放弃：请用原软件另存为 docx 后再读，或用 gouji read --max-memory 放宽",
        en: "reading it took more than {limit} MiB of memory, so it was given up: save it as docx and read that, or allow more with gouji read --max-memory",
    }
    time(limit) {
        zh: "读取时间超过 {limit} 秒，已放弃：请用原软件另存为 docx 后再读，或用 gouji read --max-seconds 放宽",
        en: "reading it took longer than {limit} s, so it was given up: save it as docx and read that, or allow more with gouji read --max-seconds",
    }
    ended(detail) {
        zh: "读取进程异常结束（{detail}）：请用原软件打开后另存，再读一次",
        en: "reading it ended the reader ({detail}): open it with the program that made it, save it again and read that",
    }
    no_helper(detail) { zh: "不能启动读取进程：{detail}", en: "no process to read it in could be started: {detail}" }
    cancelled { zh: "已取消，没有读取", en: "not read: cancelled" }
}

texts! {
    /// Reading documents in masses: `gouji read`.
    BatchWords
    /// The report that is there was read from other bytes.
    changed(path) {
        zh: "{path} 由此文档的另一版本读成，不替换；需要时加 --force",
        en: "{path} was made from another version of this document and is not replaced; --force does",
    }
    /// What was not read because of a signal.
    stopped(count) {
        zh: "已停止：还有 {count} 份文档没有读取；再次运行同一命令即可继续",
        en: ["stopped: {count} {documents_were} not read; the same command goes on from here"; documents_were(count): "document was" / "documents were"],
    }
    format { zh: "格式", en: "format" }
    read { zh: "读取", en: "read" }
    /// Column: of these, how many with doubts.
    doubtful { zh: "有疑点", en: "with doubts" }
    /// Column: how many were read before and have not changed.
    unchanged { zh: "未变", en: "unchanged" }
    failed { zh: "失败", en: "failed" }
    /// After the error of a format that LibreOffice reads.
    hint_convert {
        zh: "（请另存为 DOCX 或 XLSX；装有 LibreOffice 时可用 --convert）",
        en: " (save it as DOCX or XLSX, or use --convert where LibreOffice is installed)",
    }
    /// After the error of a picture or a scan.
    hint_ocr { zh: "（需要先识别文字，可用 --ocr 命令）", en: " (its text must be recognised first: --ocr COMMAND)" }
    no_converter {
        zh: "--convert 需要 LibreOffice，没有找到程序 soffice",
        en: "--convert needs LibreOffice: no program soffice was found",
    }
    not_converted(detail) { zh: "LibreOffice 不能转换：{detail}", en: "LibreOffice could not convert it: {detail}" }
    /// The recogniser made nothing of it.
    not_recognised(detail) { zh: "文字识别没有成功：{detail}", en: "its text could not be recognised: {detail}" }
    too_long(limit) { zh: "超过 {limit} 秒", en: "longer than {limit} s" }
    brought_nothing { zh: "没有得到内容", en: "it brought nothing" }
    converted(format) {
        zh: "由 LibreOffice 从 {format} 文件转换后读取，请与原件核对",
        en: "read from a conversion of the {format} file by LibreOffice; compare with the document",
    }
    recognised {
        zh: "由文字识别（OCR）读取，数字可能有误，请与原件核对",
        en: "read from recognised text (OCR); any digit may be wrong, compare with the document",
    }
}
