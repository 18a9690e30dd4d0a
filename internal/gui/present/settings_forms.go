package present

import (
	"strconv"
	"strings"

	"harta/internal/domain"
)

// settingsForm finishes a form of the settings: it stands in its tab, and is built anew when it was written.
func (s *Settings) settingsForm(f *Form) *Form {
	f.Env = s.Env
	f.Do = s.T("settings.save")
	f.Foot = s.T("settings.recorded")
	f.Closed = func(done bool) {
		if done {
			s.again()
			return
		}
		f.Forget()
		s.rebuild()
	}
	return f
}

// officeForm is Деловодство: what stands on letters and receipts.
func (s *Settings) officeForm() *Form {
	t, now := s.T, s.now.Settings
	line := func(key, label, text string) *Field {
		return &Field{Key: key, Label: label, Text: text, Most: domain.MaxLine}
	}
	narrow := func(x *Field) *Field {
		x.Narrow = true
		return x
	}
	f := &Form{Title: t("settings.tab_office"), Lead: t("settings.office_lead"), Fields: []*Field{
		line("municipality", t("gate.municipality"), now.Municipality),
		narrow(line("settlement", t("gate.settlement"), now.Settlement)),
		narrow(line("district", t("gate.district"), now.District)),
		line("address", t("gate.address"), now.Address),
		narrow(line("phone", t("gate.phone"), now.Phone)),
		narrow(line("email", t("gate.email"), now.Email)),
		narrow(line("site", t("gate.site"), now.Site)),
		{Key: "hours", Label: t("settings.hours"), Text: now.Hours, Hint: t("settings.hours_hint"), Most: domain.MaxLine, Narrow: true},
		{Key: "privacy", Label: t("settings.privacy"), Kind: TextField, Lines: 5, Text: now.Privacy, Hint: t("settings.privacy_hint"), Most: 3000},
		line("country", t("settings.country"), now.Country),
		{Key: "prosecutor", Label: t("settings.prosecutor"), Text: now.Prosecutor, Hint: t("settings.prosecutor_hint"), Most: domain.MaxLine},
		{Key: "data_officer", Label: t("settings.data_officer"), Text: now.DataOfficer, Hint: t("settings.data_officer_hint"), Most: domain.MaxLine},
		{Key: "crest", Label: t("settings.crest"), Kind: FileField, Hint: t("settings.crest_hint")},
		{Key: "no_crest", Label: t("settings.no_crest"), Kind: TickField, Hidden: len(now.Crest) == 0},
	}}
	f.Check = func() {
		require(f, "municipality", "settlement")
		checkMail(f.Field("email"), f.Env)
	}
	f.Run = func() error {
		crest, err := s.crest(f)
		if err != nil {
			return err
		}
		return s.set(func(o *domain.Settings) {
			o.Municipality, o.Country, o.Settlement = f.Text("municipality"), f.Text("country"), f.Text("settlement")
			o.District, o.Address, o.Phone = f.Text("district"), f.Text("address"), f.Text("phone")
			o.Email, o.Site, o.Hours, o.Privacy = f.Text("email"), f.Text("site"), f.Text("hours"), f.Text("privacy")
			o.Prosecutor, o.DataOfficer = f.Text("prosecutor"), f.Text("data_officer")
			o.Crest = crest
		})
	}
	f = s.settingsForm(f)
	s.keep(f, "settings-office")
	f.Edited = func(x *Field) {
		if x.Key == "crest" {
			s.tryCrest(f, x)
		}
	}
	return f
}

// crest gives the crest that the form wants.
func (s *Settings) crest(f *Form) ([]byte, error) {
	switch path := f.Text("crest"); {
	case f.On("no_crest"):
		return nil, nil
	case path != "":
		crest, err := s.office.ReadCrest(path)
		return crest, onField("crest", err)
	default:
		return s.now.Settings.Crest, nil
	}
}

// tryCrest says at once when a file is no crest.
func (s *Settings) tryCrest(f *Form, x *Field) {
	path := strings.TrimSpace(x.Text)
	if path == "" {
		return
	}
	var err error
	s.Go(func() { _, err = s.office.ReadCrest(path) }, func() {
		if strings.TrimSpace(x.Text) == path && err != nil {
			x.Wrong = s.Tell(err)
			f.changed()
		}
	})
}

// Crest is that of the office now, for the preview; empty = none.
func (s *Settings) Crest() []byte { return s.now.Settings.Crest }

// set changes the settings as they are at that moment, so that what another tab or desk has set stays.
func (s *Settings) set(change func(*domain.Settings)) error {
	now := s.office.Acting().Office.Settings
	change(&now)
	return s.office.SetSettings(now)
}

// Numbers that the examples of a template are made with.
const (
	exampleSerial = 1312
	exampleSeries = "Б"
)

// numbersForm is Номериране.
func (s *Settings) numbersForm() *Form {
	t, now, parts := s.T, s.now.Settings, numberBraces(s.Say)
	f := &Form{Title: t("settings.tab_numbers"), Lead: t("settings.numbers_lead",
		"index", parts.word("index"), "serial", parts.word("serial"), "date", parts.word("dd.mm.yyyy"), "year", parts.word("yyyy")), Fields: []*Field{
		{Key: "numberTemplate", Label: t("field.numberTemplate"), Text: parts.named(string(now.NumberTemplate)), Most: 100},
		{Key: "incoming", Label: t("settings.incoming_index"), Text: now.IncomingIndex, Most: 20, Narrow: true},
		{Key: "outgoing", Label: t("settings.outgoing_index"), Text: now.OutgoingIndex, Most: 20, Narrow: true},
	}}
	example := func() {
		f.Field("numberTemplate").Hint = t("settings.number_example", "number", s.example(f, ""), "other", s.example(f, exampleSeries))
	}
	example()
	f.Edited = func(*Field) { example() }
	f.Check = func() {
		wrong, typed := f.Field("numberTemplate"), parts.keyed(f.Text("numberTemplate"))
		if err := domain.NumberTemplate(typed).Check(); err != nil {
			wrong.Wrong = f.Tell(err)
		} else if name := parts.strange(typed); name != "" {
			wrong.Wrong = t("settings.strange_part", "part", name)
		}
		require(f, "incoming", "outgoing")
	}
	f.Run = func() error {
		return s.set(func(o *domain.Settings) {
			o.NumberTemplate = domain.NumberTemplate(parts.keyed(f.Text("numberTemplate")))
			o.IncomingIndex, o.OutgoingIndex = f.Text("incoming"), f.Text("outgoing")
		})
	}
	return s.settingsForm(f)
}

func (s *Settings) example(f *Form, series string) string {
	n := domain.Number{Direction: domain.Incoming, Series: series, Serial: exampleSerial, Date: s.Today()}
	return domain.NumberTemplate(numberBraces(s.Say).keyed(f.Text("numberTemplate"))).Render(f.Text("incoming"), n)
}

// amount is a number of the settings, with what it may be.
type amount struct {
	key, label, hint string
	least, most      int
	of               func(*domain.Settings) *int
}

func (s *Settings) amounts() []amount {
	t := s.T
	return []amount{
		{"target", t("settings.target"), t("settings.target_hint"), 0, 100, func(o *domain.Settings) *int { return &o.CharterTarget }},
		{"warn", t("settings.warn"), t("settings.warn_hint"), 1, 30, func(o *domain.Settings) *int { return &o.WarnDays }},
		{"late", t("settings.late_entry"), t("settings.late_entry_hint"), 0, 30, func(o *domain.Settings) *int { return &o.LateEntryDays }},
		{"giveBack", t("settings.give_back"), t("settings.give_back_hint"), 1, 30, func(o *domain.Settings) *int { return &o.GiveBackDays }},
		{"archive", t("settings.archive"), t("settings.archive_hint"), 1, 12, func(o *domain.Settings) *int { return &o.ArchiveMonths }},
		{"public", t("settings.public"), t("settings.public_hint"), 0, 50, func(o *domain.Settings) *int { return &o.PublicMinimum }},
	}
}

// termsForm is Срокове: what the office sets besides the law.
func (s *Settings) termsForm() *Form {
	t, now := s.T, s.now.Settings
	now.GiveBackDays, now.ArchiveMonths = now.GiveBackWithin(), now.ArchiveAfter()
	f := &Form{Title: t("settings.tab_terms"), Lead: t("settings.terms_lead")}
	amounts := s.amounts()
	for _, a := range amounts {
		f.Fields = append(f.Fields, &Field{Key: a.key, Label: a.label, Hint: a.hint, Text: strconv.Itoa(*a.of(&now)), Most: 4})
	}
	f.Check = func() {
		for _, a := range amounts {
			if n, err := strconv.Atoi(f.Text(a.key)); err != nil || n < a.least || n > a.most {
				f.Field(a.key).Wrong = t("settings.amount", "least", a.least, "most", a.most)
			}
		}
	}
	f.Run = func() error {
		return s.set(func(o *domain.Settings) {
			for _, a := range amounts {
				*a.of(o), _ = strconv.Atoi(f.Text(a.key)) // checked before
			}
		})
	}
	return s.settingsForm(f)
}

// passwordForm is Парола.
func (s *Settings) passwordForm() *Form {
	t := s.T
	old := &Field{Key: "old", Label: t("gate.old_password"), Kind: PasswordField}
	f := &Form{
		Title: t("settings.tab_password"), Lead: t("settings.password_lead"),
		Fields: append([]*Field{old}, passwordPair(s.Env)...),
	}
	f.Check = func() {
		require(f, "old")
		checkPair(f, s.office.CheckPassword)
	}
	f.Run = func() error { return onField("old", s.office.ChangePassword(old.Text, f.Field("password").Text)) }
	f = s.settingsForm(f)
	f.Do, f.Foot = t("settings.change_password"), ""
	return f
}
