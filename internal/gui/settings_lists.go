package gui

import (
	"fmt"
	"image"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// listingPart is a list with the form of the row that is chosen; beside that of a template stands its page.
type listingPart struct {
	window *Window
	model  *present.Listing
	page   *present.TemplatePage

	rows  *look.List[present.ListRow]
	add   *look.Button
	top   fyne.CanvasObject // where the button for a new row stands
	body  fyne.CanvasObject
	hold  *fyne.Container
	panel *formPanel
	form  *present.Form
	view  *look.PageView
	seen  image.Image
	wrong *look.Prose
}

const (
	listWide  = 300
	listLeast = 190 // beside a form in a narrow window
	formLeast = 310 // beside a list
	listHigh  = 44
	pageWide  = 330
	fieldHigh = 120
)

func newListingPart(w *Window, s *present.Settings, small bool) settingsPart {
	p := &listingPart{window: w, model: s.List, page: s.Letters, hold: look.Stack()}
	p.rows = look.NewList(listHigh, p.paint)
	p.rows.OnChosen = p.model.Choose
	p.rows.OnOpen = func(int) { w.focus(p.formFirst()) }
	p.add = look.NewButton("", look.Icon(theme.IconNameContentAdd), look.Plain, func() {
		p.model.New()
		w.focus(p.formFirst())
	})
	p.top = look.Padded(8, 8, 8, 8, look.Row(0, p.add))
	list := look.NewCard(nil, look.Padded(1, 1, 1, 1, look.Edged(p.top, nil, nil, nil, p.rows)))
	switch {
	case p.page != nil && small:
		p.body = look.YieldingPanes(12, formLeast, []float32{listWide - 60, 0}, list, twoTabs(
			look.TabWords{Words: w.env.T("settings.template_text"), Count: -1}, p.hold,
			look.TabWords{Words: w.env.T("settings.template_preview"), Count: -1}, p.preview()))
	case p.page != nil:
		p.body = look.Panes(12, []float32{listWide - 60, 0, pageWide}, list, p.hold, p.preview())
	case small:
		p.body = look.YieldingPanes(12, formLeast, []float32{listWide, 0}, list, p.hold)
	default:
		p.body = look.Panes(12, []float32{listWide + 60, 0}, list, p.hold)
	}
	p.redraw()
	return p
}

// twoTabs shows one of two panes where there is no room for both.
func twoTabs(a look.TabWords, first fyne.CanvasObject, b look.TabWords, second fyne.CanvasObject) fyne.CanvasObject {
	object, _ := tabbed(a, first, b, second)
	return object
}

// tabbed is twoTabs, with the tabs for whoever begins there.
func tabbed(a look.TabWords, first fyne.CanvasObject, b look.TabWords, second fyne.CanvasObject) (fyne.CanvasObject, *look.Tabs) {
	second.Hide()
	tabs := look.NewTabs([]look.TabWords{a, b}, func(i int) {
		show(first, i == 0)
		show(second, i == 1)
	})
	return look.Edged(look.Padded(0, 8, 0, 0, tabs), nil, nil, nil, look.Stack(first, second)), tabs
}

// preview is the template as a page, with the fields it may have.
func (p *listingPart) preview() fyne.CanvasObject {
	t := p.window.env.T
	p.view = look.NewPageView()
	p.wrong = look.NewProse("", look.Second, look.InkOver)
	fields := look.NewScrolled(look.NewProse(strings.Join(p.page.FieldWords(), "\n"), look.Second, look.InkSecond)).Container
	below := look.Column(0, look.Line(look.Rule), look.Padded(8, 4, 12, 12, look.NewText(t("settings.template_fields"), look.SecondBold, look.Ink)),
		look.Sized(0, fieldHigh, look.Padded(0, 8, 12, 12, fields)))
	head := look.NewHeader(look.Icon(theme.IconNameDocument), t("settings.template_preview"))
	return look.NewCard(head, look.Edged(look.Padded(0, 0, 12, 12, p.wrong), below, nil, nil, look.Padded(0, 0, 1, 1, p.view)))
}

func (p *listingPart) paint(r present.ListRow, width float32, put func(look.Part)) {
	ink, second := look.Ink, r.Second
	if r.Off {
		ink = look.InkHint
		if second = r.Mark; second == "" {
			second = p.window.env.T("settings.closed_mark")
		}
	}
	put(look.Part{X: 12, Y: 5, W: width - 24, H: 18, Words: r.Words, Face: look.Body, Ink: ink})
	put(look.Part{X: 12, Y: 23, W: width - 24, H: 16, Words: second, Face: look.Second, Ink: look.InkSecond})
	put(look.Part{X: 0, Y: listHigh - 1, W: width, H: 1, Fill: look.RowRule})
}

func (p *listingPart) object() fyne.CanvasObject { return p.body }

func (p *listingPart) first() fyne.Focusable {
	if p.model.Chosen() < 0 { // there are no rows, or a new one is being written
		return p.formFirst()
	}
	return p.rows
}

func (p *listingPart) formFirst() fyne.Focusable {
	if p.panel == nil {
		return nil
	}
	return p.panel.first()
}

func (p *listingPart) key(ev *fyne.KeyEvent) bool { return p.panel != nil && p.panel.key(ev) }

func (p *listingPart) redraw() {
	m := p.model
	words := m.NewWords()
	p.add.Say(words, look.Icon(theme.IconNameContentAdd), look.Plain)
	show(p.top, words != "")
	p.rows.SetItems(m.Rows(), m.Chosen())
	if m.Form != p.form || p.form == nil {
		p.form = m.Form
		p.build()
	}
	if p.view == nil {
		return
	}
	if page := p.page.Page(); page != nil && page != p.seen {
		p.seen = page
		p.view.Put([]image.Image{page})
	}
	p.wrong.SetWords(p.page.Wrong())
	show(p.wrong, p.page.Wrong() != "")
}

func (p *listingPart) build() {
	if p.form == nil {
		p.panel = nil
		t := p.window.env.T
		look.Swap(p.hold, look.NewCard(nil, look.NewEmpty(look.Icon(theme.IconNameList), look.InkHint, t("settings.nothing_listed"), t("settings.nothing_listed_next"), nil)))
		return
	}
	p.panel = newFormPanel(p.window, p.form)
	look.Swap(p.hold, p.panel.Container)
}

// usersPart is Потребители: who works in the office, his form, his roles and what can be done about him.
type usersPart struct {
	window *Window
	model  *present.Users

	rows   *look.Table[present.UserRow]
	body   fyne.CanvasObject
	right  *fyne.Container
	top    *fyne.Container
	panel  *formPanel
	form   *present.Form
	grants string // that are shown
	told   string
	small  bool
}

func newUsersPart(w *Window, m *present.Users, small bool) settingsPart {
	t := w.env.T
	p := &usersPart{window: w, model: m, right: look.Stack(), top: look.Column(0), small: small}
	columns := []look.TableColumn[present.UserRow]{
		{Key: "name", Head: t("users.col_name"), Width: 140, Fixed: true, Cell: p.cell(func(r present.UserRow) string { return r.Name })},
		{Key: "title", Head: t("users.col_title"), Fixed: true, Cell: p.cell(func(r present.UserRow) string { return r.Title })},
		{Key: "roles", Head: t("users.col_roles"), Width: 220, Fixed: true, Cell: p.cell(func(r present.UserRow) string { return r.Roles })},
	}
	if small {
		columns = columns[:2]
		columns[0].Width, columns[1].Width, columns[1].Spare = 0, 110, 1
	}
	p.rows = look.NewTable(columns, nil)
	p.rows.Rows.OnChosen = m.Choose
	add := look.NewButton(t("settings.new_user"), look.Icon(theme.IconNameContentAdd), look.Plain, func() {
		m.New()
		w.focus(p.panel.first())
	})
	list := look.NewCard(nil, look.Padded(1, 1, 1, 1, look.Edged(look.Padded(8, 8, 8, 8, look.Row(0, add)), nil, nil, nil, p.rows.Container)))
	p.body = look.Edged(p.top, nil, nil, nil, look.YieldingPanes(12, listLeast, []float32{0, 440}, list, p.right))
	p.redraw()
	return p
}

func (p *usersPart) cell(of func(present.UserRow) string) func(present.UserRow) look.Cell {
	return func(r present.UserRow) look.Cell {
		c := look.Cell{Words: of(r)}
		if r.Removed {
			c.Ink = look.InkHint
		}
		return c
	}
}

func (p *usersPart) object() fyne.CanvasObject { return p.body }
func (p *usersPart) first() fyne.Focusable     { return p.rows.Rows }

func (p *usersPart) key(ev *fyne.KeyEvent) bool { return p.panel != nil && p.panel.key(ev) }

func (p *usersPart) redraw() {
	m := p.model
	p.rows.Rows.SetItems(m.Rows(), m.Chosen())
	grants := fmt.Sprint(m.Grants(), m.Works())
	if m.Panel != p.form || grants != p.grants {
		if m.Panel != p.form || p.panel == nil {
			p.panel = nil
			if m.Panel != nil {
				p.panel = newFormPanel(p.window, m.Panel)
			}
		}
		p.form, p.grants = m.Panel, grants
		p.lay()
	}
	p.tell()
}

// lay puts the form above the roles.
func (p *usersPart) lay() {
	switch {
	case p.panel == nil:
		look.Swap(p.right)
	case p.model.Works() && p.small:
		look.Swap(p.right, twoTabs(look.TabWords{Words: p.window.env.T("users.person"), Count: -1}, p.panel.Container,
			look.TabWords{Words: p.window.env.T("users.roles"), Count: len(p.model.Grants())}, p.roles()))
	case p.model.Works():
		look.Swap(p.right, look.Edged(nil, look.Padded(12, 0, 0, 0, p.roles()), nil, nil, p.panel.Container))
	default:
		look.Swap(p.right, p.panel.Container)
	}
}

// roles are those of the chosen user, and what can be done about him.
func (p *usersPart) roles() fyne.CanvasObject {
	t, m := p.window.env.T, p.model
	rows := look.Column(0)
	for i, g := range m.Grants() {
		var take fyne.CanvasObject
		ink := look.InkHint
		if !g.Past {
			ink = look.Ink
			take = look.Middle(look.NewButton(t("users.revoke"), nil, look.Quiet, func() { m.Revoke(i) }))
		}
		text := look.Column(0, look.NewText(g.Words, look.Body, ink).Elided(), look.NewText(g.Second, look.Second, look.InkSecond).Elided())
		rows.Add(look.Padded(3, 3, 0, 0, look.Edged(nil, nil, nil, take, text)))
	}
	if len(m.Grants()) == 0 {
		rows.Add(look.NewProse(t("users.no_roles"), look.Body, look.InkSecond))
	}
	give := look.NewButton(t("users.give_role"), look.Icon(theme.IconNameContentAdd), look.Plain, m.Give)
	acts := look.Wrapped(8, 8,
		look.NewButton(t("users.reset"), look.IconLock, look.Plain, m.Reset),
		look.NewButton(t("users.remove"), look.Icon(theme.IconNameDelete), look.Danger, m.Remove))
	content := look.Edged(nil, look.Padded(10, 0, 0, 0, acts), nil, nil, look.Sized(0, rolesHigh, look.NewScrolled(rows).Container))
	return look.NewCard(look.NewHeader(look.IconPeople, t("users.roles"), give), look.Padded(8, 12, 13, 13, content))
}

const rolesHigh = 120

// tell shows a password once, and what could not be done.
func (p *usersPart) tell() {
	m, t := p.model, p.window.env.T
	key := m.Wrong()
	if s := m.Secret(); s != nil {
		key += s.Password
	}
	if key == p.told {
		return
	}
	p.told = key
	p.top.Objects = nil
	if s := m.Secret(); s != nil {
		words := t("users.secret", "name", s.Name, "login", s.Login, "password", s.Password)
		copied := look.NewButton(t("users.copy"), look.Icon(theme.IconNameContentCopy), look.Plain, func() {
			fyne.CurrentApp().Clipboard().SetContent(s.Password)
		})
		p.top.Add(look.Padded(0, 12, 0, 0, look.NewBanner(look.IconLock, words, look.ToneSoon, copied)))
	}
	if m.Wrong() != "" {
		p.top.Add(look.Padded(0, 12, 0, 0, look.NewRefusal(m.Wrong(), "", look.Icon(theme.IconNameError), nil)))
	}
	p.top.Refresh()
	p.body.Refresh()
}
