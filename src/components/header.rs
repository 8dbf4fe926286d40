//! The upper edge: name, language, colours.

use cts_tracker::{Locale, Text};
use yew::virtual_dom::ListenerKind;

use crate::dom::{El, el, icon, join, of};
use crate::shell::Shell;
use crate::state::{Action, Theme};
use crate::texts::shell as texts;

/// The name of the page, and how it speaks and looks.
pub(crate) fn show(shell: &Shell, theme: Theme) -> El {
    let names = el("div")
        .with(of("p", "brand-name").text(shell.say(texts::TITLE)))
        .with(of("p", "tagline").text(shell.say(texts::TAGLINE)));
    let brand = of("div", "brand")
        .with(of("span", "logo").is("aria-hidden", "true"))
        .with(names);
    let mut languages = switch(shell, texts::LANGUAGE);
    for locale in Locale::ALL {
        let name = el("span").text(language_name(locale));
        let input = radio(
            shell,
            "language",
            locale == shell.locale,
            Action::Speak(locale),
        );
        languages = languages.with(el("label").is("lang", locale.tag()).with(input).with(name));
    }
    let mut themes = switch(shell, texts::THEME);
    for choice in Theme::ALL {
        let name = shell.say(theme_name(choice));
        let face = el("span")
            .put(icon(&join("theme-", choice.as_str())))
            .with(of("span", "hidden").text(name));
        let input = radio(shell, "theme", choice == theme, Action::Wear(choice));
        themes = themes.with(el("label").is("title", name).with(input).with(face));
    }
    let skip = of("a", "skip")
        .is("href", "#step-heading")
        .text(shell.say(texts::SKIP));
    of("header", "top")
        .with(skip)
        .with(brand)
        .with(of("div", "settings").with(languages).with(themes))
}

fn switch(shell: &Shell, name: Text) -> El {
    of("fieldset", "switch").with(of("legend", "hidden").text(shell.say(name)))
}

fn radio(shell: &Shell, group: &'static str, checked: bool, action: Action) -> El {
    el("input")
        .is("type", "radio")
        .is("name", group)
        .checked(checked)
        .act(ListenerKind::onchange, shell, action)
}

const fn theme_name(theme: Theme) -> Text {
    match theme {
        Theme::System => texts::THEME_SYSTEM,
        Theme::Light => texts::THEME_LIGHT,
        Theme::Dark => texts::THEME_DARK,
    }
}

/// What a language calls itself.
const fn language_name(locale: Locale) -> &'static str {
    match locale {
        Locale::English => "English",
        Locale::SimplifiedChinese => "中文",
    }
}
