//! How the desk looks.

texts! {
    /// How the desk looks.
    LookWords
    theme_auto { zh: "自动", en: "automatic" }
    theme_dark { zh: "深色", en: "dark" }
    theme_light { zh: "浅色", en: "light" }
    theme_high_contrast { zh: "高对比", en: "high contrast" }
    theme_mono { zh: "无色", en: "no colours" }
    /// Another theme is used: `{theme}`, and how it is kept.
    theme_set(theme, setting) {
        zh: "配色：{theme}（要长期使用，请写入设置文件 theme = \"{setting}\"）",
        en: "theme: {theme} (to keep it, set theme = \"{setting}\" in the settings file)",
    }
}
