package gui

import (
	"fmt"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/desk"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// settingsScreen is Настройки: the tabs above, and under them what the open one holds.
type settingsScreen struct {
	window *Window
	model  *present.Settings

	root  *fyne.Container
	tabs  *look.Tabs
	small bool // there is no room for side panes
	bar   *fyne.Container
	hold  *fyne.Container
	words string // of the tabs that are shown
	part  settingsPart
	shown string // which part that is
}

// settingsPart is what a tab holds.
type settingsPart interface {
	object() fyne.CanvasObject
	first() fyne.Focusable
	key(*fyne.KeyEvent) bool
	redraw()
}

func newSettings(w *Window, r present.Route) screen {
	s := &settingsScreen{window: w, model: present.NewSettings(w.env, w.program, r.Arg), bar: look.Stack(), hold: look.Stack()}
	s.root = look.Tall(look.Padded(0, 0, 6, 6, s.bar), look.Padded(12, 12, 16, 16, s.hold))
	s.model.Changed = s.redraw
	s.model.Load()
	return s
}

func (s *settingsScreen) head() head              { return head{title: s.window.env.T("place.settings")} }
func (s *settingsScreen) body() fyne.CanvasObject { return s.root }
func (s *settingsScreen) reload()                 { s.model.Load() }
func (s *settingsScreen) leave()                  { s.model.Leave() }
func (s *settingsScreen) keep() any               { return s.model.Tab() }

func (s *settingsScreen) restore(kept any) {
	if tab, ok := kept.(present.SettingsTab); ok {
		s.model.Open(tab)
	}
}

func (s *settingsScreen) first() fyne.Focusable {
	if s.part == nil {
		return nil
	}
	return s.part.first()
}

func (s *settingsScreen) key(ev *fyne.KeyEvent) bool { return s.part != nil && s.part.key(ev) }

func (s *settingsScreen) redraw() {
	if len(s.model.Tabs()) == 0 { // the office has not been read yet
		return
	}
	s.drawTabs()
	if key := s.partKey(); key != s.shown || s.part == nil {
		kept := s.shown
		s.shown = key
		s.part = s.build()
		look.Swap(s.hold, s.part.object())
		if kept != "" && s.window.screen == s && s.window.Canvas().Focused() == nil {
			s.window.focus(s.part.first())
		}
		return
	}
	s.part.redraw()
}

func (s *settingsScreen) drawTabs() {
	m := s.model
	var tabs []look.TabWords
	current, words := 0, fmt.Sprint(m.Tabs())
	for i, t := range m.Tabs() {
		if t == m.Tab() {
			current = i
		}
		tabs = append(tabs, look.TabWords{Words: m.TabWords(t), Count: -1})
	}
	switch {
	case len(tabs) == 0:
	case words != s.words:
		s.words = words
		s.tabs = look.NewTabs(tabs, func(i int) { m.Open(m.Tabs()[i]) }).Sliding()
		s.tabs.Put(current)
		look.Swap(s.bar, s.tabs)
	default:
		s.tabs.Put(current)
	}
}

func (s *settingsScreen) resized(width float32) {
	if small := width < narrow; small != s.small {
		s.small = small
		s.part = nil
		s.redraw()
	}
}

// partKey names the part that the presenter asks for.
func (s *settingsScreen) partKey() string {
	m := s.model
	key := string(m.Tab())
	switch {
	case m.Form != nil:
		return fmt.Sprintf("%s %p", key, m.Form)
	case m.List != nil:
		return fmt.Sprintf("%s %p", key, m.List)
	case m.Users != nil:
		return fmt.Sprintf("%s %p", key, m.Users)
	default:
		return key
	}
}

func (s *settingsScreen) build() settingsPart {
	m, w := s.model, s.window
	switch {
	case m.Users != nil:
		return newUsersPart(w, m.Users, s.small)
	case m.Tab() == present.RulesTab:
		return newRulesPart(w, m.List, s.small)
	case m.List != nil:
		return newListingPart(w, m, s.small)
	case m.Form != nil:
		return newSettingsForm(w, m)
	case m.Look != nil:
		return newLookPart(w, m.Look)
	case m.Tab() == present.BackupTab && m.Backup != nil:
		return newBackupPart(w, m.Backup)
	default:
		return newAboutPart(w, m)
	}
}

// settingsForm is a tab that is one form; beside that of the office stands its crest.
type settingsForm struct{ panel *formPanel }

const formWide = 720

func newSettingsForm(w *Window, m *present.Settings) settingsPart {
	p := &settingsForm{newFormPanel(w, m.Form)}
	if m.Tab() == present.OfficeTab {
		p.panel.beside(170, look.Padded(2, 0, 12, 0, look.AtTop(look.Column(20, crest(w, m.Crest()), olderRegister(w)))))
	}
	return p
}

// olderRegister leads to its take-over.
func olderRegister(w *Window) fyne.CanvasObject {
	if w.frame == nil || !w.frame.model.Offers(present.ImportPlace) {
		return look.Column(0)
	}
	t := w.env.T
	lead := look.NewButton(t("settings.older_do"), look.Icon(theme.IconNameDownload), look.Plain, func() { w.open(present.Route{Place: present.ImportPlace}) })
	return look.Column(6, look.NewText(t("settings.older"), look.Second, look.InkSecond), look.Row(0, lead))
}

// crest shows what stands on letters.
func crest(w *Window, picture []byte) fyne.CanvasObject {
	t := w.env.T
	head := look.NewText(t("settings.crest_now"), look.Second, look.InkSecond)
	if len(picture) == 0 {
		return look.AtTop(look.Column(6, head, look.NewText(t("settings.crest_none"), look.Body, look.InkHint)))
	}
	return look.AtTop(look.Column(6, head, look.NewPicture("crest", picture, 120)))
}

func (p *settingsForm) object() fyne.CanvasObject {
	return look.NoWider(formWide, p.panel.Container)
}
func (p *settingsForm) first() fyne.Focusable      { return p.panel.first() }
func (p *settingsForm) key(ev *fyne.KeyEvent) bool { return p.panel.key(ev) }
func (*settingsForm) redraw()                      {}

// widgetPart is a tab that is neither a form nor a list.
type widgetPart struct {
	body  fyne.CanvasObject
	focus fyne.Focusable
	draw  func()
}

func (p *widgetPart) object() fyne.CanvasObject { return p.body }
func (p *widgetPart) first() fyne.Focusable     { return p.focus }
func (*widgetPart) key(*fyne.KeyEvent) bool     { return false }

func (p *widgetPart) redraw() {
	if p.draw != nil {
		p.draw()
	}
}

// settingsCard keeps a tab as wide as a form.
func settingsCard(icon fyne.Resource, title string, content fyne.CanvasObject) fyne.CanvasObject {
	card := look.NewCard(look.NewHeader(icon, title), look.NewScrolled(look.Padded(16, 16, 20, 20, content)).Container)
	return look.NoWider(formWide, card)
}

// newLookPart is Изглед.
func newLookPart(w *Window, m *present.Look) settingsPart {
	t := w.env.T
	m.Themed = func(name string) {
		fyne.CurrentApp().Settings().SetTheme(look.Theme{Variant: look.VariantOf(name)})
	}
	themes := look.NewSegments(m.Themes(), m.SetTheme)
	scales := look.NewSegments(m.Scales(), m.SetScale)
	locks := look.NewChoice("", m.Locks(), m.SetLock)
	hint := look.NewProse("", look.Second, look.InkHint)
	draw := func() {
		themes.Put(m.Theme())
		scales.Put(m.Scale())
		locks.Put(m.Lock())
		if m.Scaled() {
			hint.Set(t("look.size_waits"), look.InkToday)
		} else {
			hint.Set(t("look.size_hint"), look.InkHint)
		}
	}
	draw()
	block := func(label string, input, under fyne.CanvasObject) fyne.CanvasObject {
		return look.Column(6, look.NewText(label, look.Second, look.InkSecond), look.Row(0, input), under)
	}
	content := look.Column(18,
		block(t("look.theme"), themes, look.NewProse(t("look.here"), look.Second, look.InkHint)),
		block(t("look.size"), scales, hint),
		block(t("look.lock"), look.Sized(220, 28, locks), look.NewProse(t("look.lock_hint", "key", "Ctrl+L"), look.Second, look.InkHint)))
	return &widgetPart{settingsCard(look.Icon(theme.IconNameVisibility), t("look.title"), content), themes, draw}
}

// What the program is made with, by its own names.
const (
	programsUsed = "Go, Fyne, go-pdfium, PDFium, wazero, gopdf, excelize, bbolt, age, fxamacker/cbor, rsc.io/qr"
	fontsUsed    = "Noto Sans, Liberation"
)

// newAboutPart is Програма.
func newAboutPart(w *Window, m *present.Settings) settingsPart {
	t := w.env.T
	sign := look.Sized(44, 44, look.Stack(look.NewBox(look.Accent).Rounded(6), look.Centred(look.NewGlyph(look.IconStamp, look.OnAccent, 28))))
	title := look.Edged(nil, nil, look.Padded(0, 0, 0, 12, look.AtTop(sign)), nil,
		look.Column(2, look.NewText(t("about.name"), look.Title, look.Ink), look.NewProse(t("about.what"), look.Body, look.InkSecond)))
	texts := look.NewButton(t("about.texts"), look.Icon(theme.IconNameDocument), look.Plain, m.ShowLicences)
	content := look.Column(16, title,
		look.Column(6,
			look.Pair(t("about.version"), 120, look.NewText(desk.Version, look.Body, look.Ink)),
			look.Pair(t("about.folder"), 120, look.NewProse(m.Dir(), look.Body, look.Ink))),
		look.Line(look.Rule),
		look.Column(4, look.NewText(t("about.licences"), look.Strong, look.Ink),
			look.NewProse(t("about.licences_words", "programs", programsUsed, "fonts", fontsUsed), look.Body, look.InkSecond)),
		look.Row(0, texts),
		look.NewProse(t("about.access"), look.Body, look.InkSecond))
	return &widgetPart{body: settingsCard(look.Icon(theme.IconNameInfo), t("settings.tab_about"), content), focus: texts}
}
