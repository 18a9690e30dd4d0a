package present

import (
	"slices"
	"strconv"

	"harta/internal/domain"
)

// ListRow is a line of a list of the settings.
type ListRow struct {
	Key           string
	Words, Second string
	Off           bool   // closed: nothing new gets it
	Mark          string // said of a closed one; empty = that it is closed
}

// settingList is one of the lists of the settings.
type settingList interface {
	rows() []ListRow
	// form gives the fields of a row, or of a new one when the key is empty, and how they are written.
	form(key string) *Form
	newWords() string
}

// Listing is a list with the form of the row that is chosen.
type Listing struct {
	settings *Settings
	of       settingList
	Form     *Form // of the chosen row, or of a new one; nil = nothing is chosen
	rows     []ListRow
	key      string
	fresh    bool
}

func newListing(s *Settings, of settingList) *Listing {
	l := &Listing{settings: s, of: of}
	l.rows = sorted(of.rows())
	if len(l.rows) > 0 {
		l.open(l.rows[0].Key)
	}
	return l
}

// sorted puts what is closed behind what is not.
func sorted(rows []ListRow) []ListRow {
	slices.SortStableFunc(rows, func(a, b ListRow) int {
		switch {
		case a.Off == b.Off:
			return 0
		case a.Off:
			return 1
		default:
			return -1
		}
	})
	return rows
}

// Rows gives the lines.
func (l *Listing) Rows() []ListRow { return l.rows }

// Chosen is the index of the chosen line, -1 for none.
func (l *Listing) Chosen() int {
	if l.fresh {
		return -1
	}
	return slices.IndexFunc(l.rows, func(r ListRow) bool { return r.Key == l.key })
}

// NewWords is what the button for a new line says; empty = there are no new ones.
func (l *Listing) NewWords() string { return l.of.newWords() }

// Choose opens a line.
func (l *Listing) Choose(i int) {
	if i < 0 || i >= len(l.rows) || !l.fresh && l.rows[i].Key == l.key {
		return
	}
	l.leave()
	l.open(l.rows[i].Key)
	l.settings.changed()
}

// New begins a new line.
func (l *Listing) New() {
	l.leave()
	l.key, l.fresh = "", true
	l.put(l.of.form(""))
	l.settings.changed()
}

func (l *Listing) leave() {
	if l.Form != nil {
		l.Form.Flush()
	}
}

func (l *Listing) open(key string) {
	l.key, l.fresh = key, false
	l.put(l.of.form(key))
}

// openFresh opens a line as the office holds it, without what was typed.
func (l *Listing) openFresh(key string) {
	l.settings.fresh = true
	l.open(key)
	l.settings.fresh = false
}

func (l *Listing) put(f *Form) {
	s := l.settings
	l.Form = f
	if f == nil {
		return
	}
	f.Env = s.Env
	f.Do = s.T("settings.save")
	f.Closed = func(done bool) {
		if done {
			s.saved()
			l.refill()
			return
		}
		f.Forget()
		switch {
		case !l.fresh:
			l.openFresh(l.key)
		case len(l.rows) > 0:
			l.open(l.rows[0].Key)
		default:
			l.Form, l.fresh = nil, false
		}
		s.changed()
	}
}

// refill reads the office again after something was written, and opens the line in which it stands now: the same one, or
// one that is new.
func (l *Listing) refill() {
	s := l.settings
	s.read(func(take func()) {
		take()
		before := l.rows
		l.rows = sorted(l.of.rows())
		key := l.key
		for _, r := range l.rows {
			if !slices.ContainsFunc(before, func(b ListRow) bool { return b.Key == r.Key }) {
				key = r.Key
			}
		}
		if key != "" {
			l.openFresh(key)
		}
		s.changed()
	})
}

// reload shows what another desk has changed; what is being typed stays.
func (l *Listing) reload() { l.rows = sorted(l.of.rows()) }

// departments is Отдели.
type departments struct{ *Settings }

func (d departments) newWords() string { return d.T("settings.new_department") }

func (d departments) rows() []ListRow {
	var rows []ListRow
	for _, x := range d.now.Departments {
		people := 0
		for _, u := range d.now.Users {
			if u.Department == x.ID && u.Removed.IsZero() {
				people++
			}
		}
		rows = append(rows, ListRow{Key: idKey(x.ID), Words: x.Name, Second: d.T("settings.people", "n", people), Off: x.Closed})
	}
	return rows
}

func (d departments) form(key string) *Form {
	x := named(d.now.Departments, key, func(x domain.Department) string { return idKey(x.ID) })
	f := &Form{Title: orElse(x.Name, d.newWords()), Fields: []*Field{
		{Key: "name", Label: d.T("settings.name"), Text: x.Name, Most: domain.MaxLine},
		{Key: "closed", Label: d.T("settings.closed"), Kind: TickField, On: x.Closed, Hint: d.T("settings.closed_hint"), Hidden: key == ""},
	}}
	f.Run = func() error {
		_, err := d.office.SetDepartment(domain.DepartmentSet{Department: x.ID, Name: f.Text("name"), Closed: f.On("closed")})
		return err
	}
	return f
}

// departmentOptions are the open departments, and the one that is chosen already.
func departmentOptions(env Env, o *domain.Office, chosen domain.DepartmentID) []Option {
	all := []Option{{"", env.T("settings.no_department")}}
	for _, d := range o.Departments {
		if !d.Closed || d.ID == chosen {
			all = append(all, Option{idKey(d.ID), d.Name})
		}
	}
	return all
}

// topics is Теми.
type topics struct{ *Settings }

func (t topics) newWords() string { return t.T("settings.new_topic") }

func (t topics) rows() []ListRow {
	var rows []ListRow
	for _, x := range t.now.Topics {
		d, _ := t.now.Department(x.Department)
		rows = append(rows, ListRow{Key: idKey(x.ID), Words: x.Name, Second: d.Name, Off: x.Closed})
	}
	return rows
}

func (t topics) form(key string) *Form {
	x := named(t.now.Topics, key, func(x domain.Topic) string { return idKey(x.ID) })
	f := &Form{Title: orElse(x.Name, t.newWords()), Fields: []*Field{
		{Key: "name", Label: t.T("settings.name"), Text: x.Name, Most: domain.MaxLine},
		{
			Key: "department", Label: t.T("settings.topic_department"), Kind: ChoiceField, Text: idKey(x.Department),
			Options: departmentOptions(t.Env, &t.now, x.Department), Hint: t.T("settings.topic_hint"),
		},
		{Key: "closed", Label: t.T("settings.closed"), Kind: TickField, On: x.Closed, Hint: t.T("settings.closed_hint"), Hidden: key == ""},
	}}
	f.Run = func() error {
		_, err := t.office.SetTopic(domain.TopicSet{
			Topic: x.ID, Name: f.Text("name"), Department: domain.ParseID[domain.DepartmentID](f.Text("department")), Closed: f.On("closed"),
		})
		return err
	}
	return f
}

// filings is Номенклатура.
type filings struct{ *Settings }

func (n filings) newWords() string { return n.T("settings.new_filing") }

func (n filings) rows() []ListRow {
	var rows []ListRow
	for _, x := range n.now.Filing {
		kept := n.T("settings.years", "n", x.Years)
		if x.Permanent {
			kept = n.T("settings.permanent")
		}
		rows = append(rows, ListRow{Key: x.Code, Words: n.T("settings.filing_row", "code", x.Code, "title", x.Title), Second: kept, Off: x.Closed})
	}
	return rows
}

func (n filings) form(key string) *Form {
	x := named(n.now.Filing, key, func(x domain.FilingSet) string { return x.Code })
	years := ""
	if x.Years > 0 {
		years = strconv.Itoa(x.Years)
	}
	f := &Form{Title: orElse(x.Title, n.newWords()), Fields: []*Field{
		{Key: "filing", Label: n.T("settings.filing_code"), Text: x.Code, Hidden: key != "", Hint: n.T("settings.filing_code_hint"), Most: 30},
		{Key: "name", Label: n.T("settings.filing_title"), Text: x.Title, Most: domain.MaxLine},
		{Key: "permanent", Label: n.T("settings.filing_permanent"), Kind: TickField, On: x.Permanent},
		{Key: "years", Label: n.T("settings.filing_years"), Text: years, Hidden: x.Permanent, Most: 3},
		{Key: "closed", Label: n.T("settings.closed"), Kind: TickField, On: x.Closed, Hint: n.T("settings.closed_hint"), Hidden: key == ""},
	}}
	f.Edited = func(e *Field) {
		if e.Key == "permanent" {
			f.Field("years").Hidden = e.On
		}
	}
	f.Check = func() {
		y := f.Fields[3]
		if count, err := strconv.Atoi(f.Text("years")); !y.Hidden && (err != nil || count < 1 || count > mostYears) {
			y.Wrong = n.T("settings.amount", "least", 1, "most", mostYears)
		}
		taken := slices.ContainsFunc(n.now.Filing, func(o domain.FilingSet) bool { return o.Code == f.Text("filing") })
		if key == "" && taken {
			f.Field("filing").Wrong = n.T("settings.filing_taken")
		}
	}
	f.Run = func() error {
		e := domain.FilingSet{Code: f.Fields[0].Text, Title: f.Text("name"), Permanent: f.On("permanent"), Closed: f.On("closed")}
		if !e.Permanent {
			e.Years, _ = strconv.Atoi(f.Fields[3].Text) // checked before
		}
		return n.office.SetFiling(e)
	}
	return f
}

// mostYears is how long a file of the nomenclature may be kept that is not kept for ever.
const mostYears = 100
