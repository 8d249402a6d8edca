//! The tour of the first start.

texts! {
    /// The tour of the first start.
    TourWords
    find { zh: "导览 1/5：按 n，到第一处问题所在的格", en: "tour 1/5: press n, to the cell of the first finding" }
    decide { zh: "导览 2/5：按 t，定为“属实，须更正”", en: "tour 2/5: press t, it must be corrected" }
    note { zh: "导览 3/5：按 a 写一条批注，Enter 保存", en: "tour 3/5: press a, write a note, Enter saves it" }
    give_back { zh: "导览 4/5：按 R 退回这份年报，Enter 确认", en: "tour 4/5: press R to return the report, Enter does it" }
    undo { zh: "导览 5/5：按 u 撤销刚才的退回", en: "tour 5/5: press u, that takes the return back" }
    done { zh: "导览完：W 写通知书和台账，O 总览，? 帮助，q 退出", en: "that is all: W writes notices and tables, O overview, ? help, q quits" }
}
