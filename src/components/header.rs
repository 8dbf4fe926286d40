//! The upper edge: name, language, colours.

use cts_tracker::{Locale, Text};
use yew::{Html, Properties, component, html};

use crate::shell::{Shell, use_shell};
use crate::state::{Action, Theme};
use crate::texts::shell as texts;

/// What the header needs.
#[derive(Properties, PartialEq)]
pub(crate) struct Props {
    pub(crate) theme: Theme,
}

/// The name of the page, and how it speaks and looks.
#[component]
pub(crate) fn Header(props: &Props) -> Html {
    let shell = use_shell();
    html! {
        <header class="top">
            <a class="skip" href="#step-heading">{ shell.say(texts::SKIP) }</a>
            <div class="brand">
                <span class="logo" aria-hidden="true" />
                <div>
                    <p class="brand-name">{ shell.say(texts::TITLE) }</p>
                    <p class="tagline">{ shell.say(texts::TAGLINE) }</p>
                </div>
            </div>
            <div class="settings">
                <fieldset class="switch">
                    <legend class="hidden">{ shell.say(texts::LANGUAGE) }</legend>
                    { for Locale::ALL.map(|locale| {
                        let checked = locale == shell.locale;
                        let action = Action::Speak(locale);
                        html! {
                            <label lang={locale.tag()}>
                                <input type="radio" name="language" {checked} onchange={shell.on(action)} />
                                <span>{ language_name(locale) }</span>
                            </label>
                        }
                    }) }
                </fieldset>
                <fieldset class="switch">
                    <legend class="hidden">{ shell.say(texts::THEME) }</legend>
                    { for Theme::ALL.map(|theme| theme_choice(&shell, theme, theme == props.theme)) }
                </fieldset>
            </div>
        </header>
    }
}

fn theme_choice(shell: &Shell, theme: Theme, checked: bool) -> Html {
    let icon = ["icon icon-theme-", theme.as_str()].concat();
    html! {
        <label title={shell.say(theme_name(theme))}>
            <input type="radio" name="theme" {checked} onchange={shell.on(Action::Wear(theme))} />
            <span><span class={icon} aria-hidden="true" />
                <span class="hidden">{ shell.say(theme_name(theme)) }</span></span>
        </label>
    }
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
