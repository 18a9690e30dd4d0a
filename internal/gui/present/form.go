package present

import (
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"harta/internal/calendar"
	"harta/internal/domain"
)

// FieldKind says how a field is filled.
type FieldKind int

// Kinds of field.
const (
	LineField     FieldKind = iota // a line of text
	TextField                      // several lines
	DateField                      // a day
	ChoiceField                    // one of the options
	ManyField                      // any of the options
	TickField                      // yes or no
	PasswordField                  // a line that is not shown
	FileField                      // a file that is chosen
	FolderField                    // a folder that is chosen or typed
	OrderField                     // some of the options one after another; the same one may stand twice
)

// Option is something that can be chosen.
type Option struct{ Key, Words string }

// Field is a field of a form, with what was typed into it and what is wrong with that.
type Field struct {
	Key     string // as the refusals of the domain name it
	Label   string
	Kind    FieldKind
	Hint    string // under the field, while nothing is wrong
	Options []Option
	Lines   int  // of a TextField
	Narrow  bool // shares its line with the next narrow one
	Hidden  bool

	Text   string        // of lines, texts, dates as typed; the key of a choice; the path of a file
	Date   calendar.Date // of a DateField; zero while Text is no day
	On     bool          // of a TickField
	Picked []string      // keys of a ManyField, and of an OrderField in their order

	Wrong string // the sentence under the field
	Note  string // what was done to what was typed last, in the place of the hint
	Most  int    // characters that are kept of what is typed; 0 = those that its kind allows
}

// What is kept of lines and of texts where a field says nothing else.
const (
	mostOfLine = 500
	mostOfText = 20_000
)

// Cut gives what is kept of something typed into the field, and whether that is all of it: no more characters than the
// field holds, one line in a line, none that are not seen.
func (x *Field) Cut(typed string) (kept string, whole bool) {
	most := x.Most
	if most == 0 {
		most = mostOfLine
		if x.Kind == TextField {
			most = mostOfText
		}
	}
	var b strings.Builder
	n := 0
	for _, r := range typed {
		switch {
		case n == most:
			return b.String(), false
		case r == '\n' && x.Kind == TextField:
		case unicode.IsSpace(r) && r != ' ':
			r = ' '
		case unseen(r):
			continue
		}
		b.WriteRune(r)
		n++
	}
	return b.String(), true
}

// unseen tells whether a character does something without being seen: control characters, and marks that turn the
// direction of what is read.
func unseen(r rune) bool {
	return unicode.IsControl(r) && !unicode.IsSpace(r) || unicode.Is(unicode.Cf, r) || r == utf8.RuneError
}

// Unseen tells whether something typed has characters that are not kept because they are not seen.
func Unseen(typed string) bool { return strings.ContainsFunc(typed, unseen) }

// Notice stands above the fields: something that is missing, and what leads to it.
type Notice struct {
	Sign       Sign
	Words, Why string
	Do         string // words of its button; empty = none
	Go         func()
}

// Form is fields to be filled and one thing to be done with them. Whatever the domain refuses stands beside the
// field it is about, or above them all.
type Form struct {
	Env
	watched
	Title, Lead string
	Fields      []*Field
	Do          string // words of the button
	GiveUp      string // of the one beside it; empty = the usual
	Danger      bool
	// Edited hears of every change of a field, so that others can follow it; nil is allowed.
	Edited func(*Field)
	// Closed is called when the form is done or given up.
	Closed func(done bool)

	Summary string // what is wrong and belongs to no field
	Notices []Notice
	First   string // key of the field that has the focus first; empty = the first one
	Foot    string // beside the buttons, at rest
	Blocked string // why it cannot be done yet: the button is off and this stands beside it
	Busy    bool

	// Check marks in Wrong what is plainly wrong, before Run is asked; nil is allowed.
	Check func()
	// Run does it, off the screen's goroutine: it reads the fields and must not change them.
	Run func() error
	// Done is called on the screen's goroutine when Run went well, before Closed.
	Done func()

	keeper *Keeper
}

// Field gives a field by its key; it panics for nobody: an unknown key gives an empty field that is not shown.
func (f *Form) Field(key string) *Field {
	i := slices.IndexFunc(f.Fields, func(x *Field) bool { return x.Key == key })
	if i < 0 {
		return &Field{Key: key, Hidden: true}
	}
	return f.Fields[i]
}

// Text gives what was typed into a field, without air around it.
func (f *Form) Text(key string) string { return strings.TrimSpace(f.Field(key).Text) }

// Day gives the day of a field.
func (f *Form) Day(key string) calendar.Date { return f.Field(key).Date }

// On tells whether a field is ticked.
func (f *Form) On(key string) bool { return f.Field(key).On }

// shown gives a field as far as it is shown: of a hidden one nothing is taken.
func (f *Form) shown(key string) Field {
	x := *f.Field(key)
	if x.Hidden {
		return Field{Key: key}
	}
	x.Text = strings.TrimSpace(x.Text)
	return x
}

// Write is called by the view when a person has typed into a field; it gives what is kept of that.
func (f *Form) Write(x *Field, typed string) string {
	kept, whole := x.Cut(typed)
	x.Text, x.Note = kept, ""
	f.Edit(x)
	switch {
	case !whole:
		x.Wrong = f.T("form.cut")
		f.changed()
	case Unseen(typed):
		x.Note = f.T("form.unseen")
		f.changed()
	}
	return kept
}

// Edit is called by the view after it has changed a field.
func (f *Form) Edit(x *Field) {
	x.Wrong = ""
	if f.Edited != nil {
		f.Edited(x)
	}
	if f.keeper != nil {
		f.keeper.Touch()
	}
	f.changed()
}

// Cancel gives the form up. What was typed stays as a draft where the form keeps one.
func (f *Form) Cancel() {
	if f.keeper != nil {
		f.keeper.Flush()
	}
	f.close(false)
}

// Submit does what the form is for.
func (f *Form) Submit() {
	if f.Busy || f.Blocked != "" || !f.checked() {
		return
	}
	f.Busy, f.Summary = true, ""
	f.changed()
	var err error
	f.Go(func() { err = f.Run() }, func() {
		f.Busy = false
		if err != nil {
			f.Refuse(err)
			return
		}
		if f.keeper != nil {
			f.keeper.Drop()
		}
		if f.Done != nil {
			f.Done()
		}
		f.close(true)
	})
}

// checked refuses days that nobody can read, and what is plainly wrong, before anything is asked of the domain.
func (f *Form) checked() bool {
	for _, x := range f.Fields {
		x.Wrong = ""
		if x.Kind == DateField && !x.Hidden && x.Date == 0 && strings.TrimSpace(x.Text) != "" {
			x.Wrong = f.T("form.not_a_day")
		}
	}
	if f.Check != nil {
		f.Check()
	}
	_, wrong := f.FirstWrong()
	if wrong {
		f.changed()
	}
	return !wrong
}

// Refuse puts what went wrong beside its field, or above them all.
func (f *Form) Refuse(err error) {
	words := f.Tell(err)
	var x *Field
	if refusal, is := errors.AsType[*domain.Refusal](err); is {
		x = f.blamed(refusal)
	}
	if at, is := errors.AsType[*FieldError](err); is && x == nil && !f.Field(at.Field).Hidden {
		x = f.Field(at.Field)
	}
	if x == nil {
		f.Summary = words
	} else {
		x.Wrong = words
	}
	f.changed()
}

// blamed gives the field a refusal is about, nil when none of the form is.
func (f *Form) blamed(r *domain.Refusal) *Field {
	key := r.Field
	for _, a := range r.Args {
		if name, ok := a.Value.(string); ok && a.Name == "field" && key == "" {
			key = name
		}
	}
	if x := f.Field(key); !x.Hidden {
		return x
	}
	return nil
}

// FirstWrong gives the first field with something wrong.
func (f *Form) FirstWrong() (*Field, bool) {
	i := slices.IndexFunc(f.Fields, func(x *Field) bool { return x.Wrong != "" && !x.Hidden })
	if i < 0 {
		return nil, false
	}
	return f.Fields[i], true
}

func (f *Form) close(done bool) {
	if f.Closed != nil {
		f.Closed(done)
	}
}

// KeepAs keeps what is typed under a name, and fills the fields with what was kept before. It tells whether there was
// something.
func (f *Form) KeepAs(drafts Drafts, name string) bool {
	f.KeepFrom(drafts, name)
	var kept []typedField
	if !f.keeper.Load(&kept) {
		return false
	}
	for _, k := range kept {
		x := f.Field(k.Key)
		x.Text, x.On, x.Picked = k.Text, k.On, k.Picked
		x.Date = k.Date
	}
	return len(kept) > 0
}

// KeepFrom keeps what is typed from here on under a name, without looking at what was kept before.
func (f *Form) KeepFrom(drafts Drafts, name string) {
	f.keeper = NewKeeper(f.Env, drafts, name, func() any { return f.typed() })
}

type typedField struct {
	Key    string
	Text   string        `json:",omitempty"`
	Date   calendar.Date `json:",omitempty"`
	On     bool          `json:",omitempty"`
	Picked []string      `json:",omitempty"`
}

// typed gives what was typed, without passwords.
func (f *Form) typed() []typedField {
	var all []typedField
	for _, x := range f.Fields {
		if x.Kind != PasswordField {
			all = append(all, typedField{x.Key, x.Text, x.Date, x.On, x.Picked})
		}
	}
	return all
}

// FieldError says beside which field an error belongs that does not know it itself.
type FieldError struct {
	Field string
	Err   error
}

// Error implements error.
func (e *FieldError) Error() string { return e.Field + ": " + e.Err.Error() }

// Unwrap gives what is wrong.
func (e *FieldError) Unwrap() error { return e.Err }

// onField puts an error beside a field; nil stays nil.
func onField(field string, err error) error {
	if err == nil {
		return nil
	}
	return &FieldError{field, err}
}

// Flush keeps at once what is typed, where the form keeps a draft: it is left.
func (f *Form) Flush() {
	if f.keeper != nil {
		f.keeper.Flush()
	}
}

// Forget drops the draft: what was typed is given up.
func (f *Form) Forget() {
	if f.keeper != nil {
		f.keeper.Drop()
	}
}
