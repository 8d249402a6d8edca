//! 外观。

use crate::words::texts::*;

pub(super) const LOOK: LookWords = LookWords {
    theme_auto: "自动",
    theme_dark: "深色",
    theme_light: "浅色",
    theme_high_contrast: "高对比",
    theme_mono: "无色",
    theme_set: "配色：{theme}（要长期使用，请写入设置文件 theme = \"{setting}\"）",
};
