package gui

import (
	"io/fs"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

var _ Picker = (*ownPicker)(nil)

// ownPicker asks for files in a panel of the window, where the system has no dialog that every desktop has. It remembers
// the folder in which something was taken last.
type ownPicker struct {
	window *Window
	dir    string
}

// Save implements Picker.
func (p *ownPicker) Save(proposed string, chosen func(path string)) {
	p.ask(present.Wanted{Kind: present.WantPlace, Proposed: proposed}, chosen)
}

// Open implements Picker.
func (p *ownPicker) Open(extensions []string, chosen func(path string)) {
	p.ask(present.Wanted{Kind: present.WantFile, Extensions: extensions}, chosen)
}

// Folder implements Picker.
func (p *ownPicker) Folder(chosen func(path string)) {
	p.ask(present.Wanted{Kind: present.WantFolder}, chosen)
}

func (p *ownPicker) ask(want present.Wanted, chosen func(path string)) {
	want.Dir = p.dir
	if want.Dir == "" {
		want.Dir = home()
	}
	v := &chooserView{window: p.window, model: present.NewChooser(p.window.env, disk{}, want)}
	v.model.Took = func(path string) {
		p.dir = v.model.Dir()
		v.close()
		chosen(path)
	}
	v.show()
}

// home is the folder of whoever works here, else the top of the disk.
func home() string {
	if dir, err := os.UserHomeDir(); err == nil {
		return dir
	}
	return string(os.PathSeparator)
}

// disk is the shelf of this PC.
type disk struct{}

// Read implements present.Shelf.
func (disk) Read(dir string) ([]fs.DirEntry, error) { return os.ReadDir(dir) }

// Stat implements present.Shelf.
func (disk) Stat(path string) (fs.FileInfo, error) { return os.Stat(path) }

const (
	chooserWidth  = 620
	chooserHeight = 480
	chooserRow    = 28
)

// chooserView is the panel: the path on top, what lies in the folder under it.
type chooserView struct {
	window *Window
	model  *present.Chooser
	entry  *look.Entry
	field  *look.Field
	rows   *look.List[present.ChooserRow]
	note   *look.Prose
	hide   func()
}

func (v *chooserView) show() {
	m := v.model
	v.entry = look.NewEntry("").Replaceable()
	v.entry.OnChanged = m.Type
	v.entry.OnSubmitted = func(string) { m.Take() }
	v.entry.OnKey = v.entryKey
	v.field = look.NewField(v.entry, look.NewGlyph(look.Icon(theme.IconNameFolder), look.InkHint, 16), nil)
	v.rows = look.NewList(chooserRow, paintChooserRow)
	v.rows.OnChosen, v.rows.OnOpen, v.rows.OnRune, v.rows.OnKey = m.Choose, m.Open, m.Jump, v.listKey
	v.note = look.NewProse("", look.Second, look.InkHint)
	m.Changed = v.redraw
	v.hide = look.Sheet(v.window.Canvas(), v.content(), look.Pane{Width: chooserWidth, Height: chooserHeight, OnEsc: v.close, OnKey: func(ev *fyne.KeyEvent) {
		if ev.Name == look.CtrlEnter {
			m.Take()
		}
	}})
	m.Start()
	v.window.Canvas().Focus(v.entry)
}

func (v *chooserView) content() fyne.CanvasObject {
	t := v.window.env.T
	buttons := look.Row(8, look.NewButton(t("form.cancel"), nil, look.Plain, v.close).High(32),
		look.NewButton(v.model.Do(), nil, look.Primary, v.model.Take).WithKey("Ctrl+Enter").High(32))
	top := look.Column(8, look.NewText(v.model.Title(), look.Subtitle, look.Ink), look.NewText(t("pick.path"), look.Second, look.InkSecond), v.field.Container)
	foot := look.Edged(nil, nil, nil, buttons, look.Padded(0, 0, 0, 12, look.Middle(v.note)))
	list := look.Stack(look.NewBox(look.Surface).Bordered(look.Rule, 1).Rounded(4), look.Padded(1, 1, 1, 1, v.rows))
	return look.Padded(16, 16, 20, 20, look.Edged(look.Padded(0, 8, 0, 0, top), look.Padded(12, 0, 0, 0, foot), nil, nil, list))
}

func (v *chooserView) close() {
	v.model.Changed = nil
	v.hide()
}

func (v *chooserView) entryKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyDown {
		v.window.Canvas().Focus(v.rows)
		return true
	}
	return false
}

func (v *chooserView) listKey(ev *fyne.KeyEvent) bool {
	if ev.Name == fyne.KeyLeft || ev.Name == fyne.KeyBackspace {
		v.model.Up()
		return true
	}
	return false
}

func (v *chooserView) redraw() {
	m := v.model
	if v.entry.Text != m.Path {
		v.entry.Put(m.Path)
		if v.window.Canvas().Focused() == fyne.Focusable(v.entry) {
			v.entry.SelectAll()
		}
	}
	v.field.Wrong(m.Wrong != "")
	v.rows.SetItems(m.Rows(), m.Chosen())
	if m.Chosen() >= 0 {
		v.rows.Choose(m.Chosen())
	}
	words, ink := v.window.env.T("pick.hint"), look.InkHint
	if m.Wrong != "" {
		words, ink = m.Wrong, look.InkOver
	}
	v.note.Set(words, ink)
	v.note.Refresh()
}

func paintChooserRow(r present.ChooserRow, width float32, put func(look.Part)) {
	const inset, words = 9, 34
	icon, ink := look.Icon(theme.IconNameFile), look.InkSecond
	switch {
	case r.Up:
		icon = look.Icon(theme.IconNameMoveUp)
	case r.Folder:
		icon, ink = look.Icon(theme.IconNameFolder), look.InkAccent
	}
	put(look.Part{X: inset, Y: (chooserRow - 16) / 2, W: 16, H: 16, Icon: icon, Ink: ink})
	put(look.Part{X: words, W: width - words - inset, H: chooserRow, Words: look.Fit(r.Name, look.Body, width-words-inset), Face: look.Body, Ink: look.Ink})
}
