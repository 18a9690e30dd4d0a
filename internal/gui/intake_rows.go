package gui

import (
	"slices"

	"fyne.io/fyne/v2"

	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// row adds a line with a label.
func (s *intakeScreen) row(label string, content fyne.CanvasObject, update func(), keys ...string) *intakeRow {
	r := &intakeRow{below: look.NewProse("", look.Second, look.InkHint), update: update}
	r.below.Hide()
	for _, k := range keys {
		r.fields = append(r.fields, s.model.Field(k))
	}
	r.label = look.NewText(label, look.Body, look.InkSecond).Elided()
	r.object = look.Labelled(intakeLabel, intakeNamed, r.label, look.Column(3, content, r.below))
	s.rows = append(s.rows, r)
	return r
}

// line is an entry of one line for a field.
func (s *intakeScreen) line(key string) (*look.Field, func()) {
	e := look.NewEntry("")
	return s.entry(key, look.NewField(e, nil, nil))
}

// prompted is an entry that says itself what belongs into it.
func (s *intakeScreen) prompted(key string) (*look.Field, func()) {
	f, put := s.line(key)
	f.Entry.SetPlaceHolder(s.model.Field(key).Label)
	return f, put
}

func (s *intakeScreen) entry(key string, f *look.Field) (*look.Field, func()) {
	f.Entry.OnChanged = s.hears(key, f.Entry)
	return f, s.puts(key, f.Entry, f)
}

// several is an editor of several lines for a field.
func (s *intakeScreen) several(key string, lines int) (*look.Area, func()) {
	a := look.NewArea(look.NewEditor(""), lines)
	a.Editor.OnChanged = s.hears(key, a.Editor)
	return a, s.puts(key, a.Editor, a)
}

// writable is what words are writable into.
type writable interface {
	fyne.Focusable
	Put(words string)
}

// hears hands what is typed to the model.
func (s *intakeScreen) hears(key string, e writable) func(string) {
	s.inputs[key] = e
	return func(typed string) {
		if kept := s.model.Type(key, typed); kept != typed {
			e.Put(kept)
		}
	}
}

// puts shows what a field holds.
func (s *intakeScreen) puts(key string, e writable, frame interface{ Wrong(wrong bool) }) func() {
	x := s.model.Field(key)
	return func() {
		e.Put(x.Text)
		frame.Wrong(x.Wrong != "")
	}
}

// choice offers the options of a field.
func (s *intakeScreen) choice(key string) (*look.Choice, func()) {
	x := s.model.Field(key)
	c := look.NewChoice(x.Label, nil, func(i int) { s.model.Choose(key, x.Options[i].Key) })
	s.inputs[key] = c
	var offered []string
	return c, func() {
		at := optionAt(x.Options, x.Text)
		if words := wordsOfOptions(x.Options); !slices.Equal(words, offered) {
			offered = words
			c.SetOptions(words, at)
		}
		c.Put(at)
		c.Wrong(x.Wrong != "")
	}
}

// tick turns a field on and off.
func (s *intakeScreen) tick(key string) (*look.Tick, func()) {
	x := s.model.Field(key)
	t := look.NewTick(x.Label, func(on bool) {
		x.On = on
		s.model.Edit(x)
	})
	s.inputs[key] = t
	return t, func() { t.Put(x.On) }
}

// day is an entry for a day.
func (s *intakeScreen) day(key string) (*look.DateField, func()) {
	x := s.model.Field(key)
	var f *look.DateField
	f = look.NewDateField(s.parser, func(d calendar.Date, _ bool) {
		x.Date = d
		_, _, x.Text = f.Date()
		s.model.Edit(x)
	})
	s.inputs[key] = f.Entry()
	return f, func() {
		f.PutTyped(x.Date, x.Text)
		if x.Wrong != "" {
			f.Wrong(true)
		}
	}
}

func (s *intakeScreen) buildRows() {
	s.page.Add(s.notice)
	s.kindRow()
	s.channelRow()
	s.receivedRow()
	s.senderRows()
	s.aboutRow()
	s.wordRows()
	s.placeRows()
	s.dangerRows()
	s.paperRows()
	s.moreRows()
	s.linkRow()
	s.fileRow()
}

// kindRow has the big buttons, and under them which complaint it is, or what the kind is.
func (s *intakeScreen) kindRow() {
	t := s.window.env.T
	words := []string{t("intake.big_complaint"), t("intake.big_signal"), t("intake.big_proposal"), t("intake.big_question"), t("intake.big_praise")}
	letters := make([]string, len(words))
	for i, k := range []domain.Kind{domain.ComplaintStaff, domain.Signal, domain.Proposal, domain.Question, domain.Praise} {
		letters[i] = s.window.env.KindLetter(k)
	}
	kinds := look.NewKinds(words, letters, s.model.ChooseBig)
	two := look.NewSegments([]string{t("intake.complaint_staff"), t("intake.complaint_service")}, func(i int) {
		s.model.Choose(present.IntakeKind, string(present.IntakeComplaints()[i]))
	})
	two.Put(-1)
	var names []string
	for _, k := range present.IntakeOtherKinds() {
		names = append(names, s.window.env.Say.Kind(k))
	}
	other := look.NewChoice(t("intake.other_kind"), names, func(i int) {
		s.model.Choose(present.IntakeKind, string(present.IntakeOtherKinds()[i]))
	})
	hint := look.NewProse("", look.Second, look.InkHint)
	s.first_, s.inputs[present.IntakeKind] = kinds, kinds
	below := look.NewProse("", look.Second, look.InkHint)
	second := look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.AtTop(look.Sized(190, 0, other))), look.Middle(look.Stack(look.Row(0, two), hint)))
	x := s.model.Field(present.IntakeKind)
	s.row(x.Label, look.Column(6, kinds, second, below), func() {
		kinds.Put(s.model.BigKind())
		complaint := s.model.BigKind() == 0
		s.appear(two, complaint)
		s.appear(hint, !complaint)
		s.appear(below, complaint && x.Wrong == "")
		two.Put(slices.Index(present.IntakeComplaints(), s.model.Kind()))
		other.Put(slices.Index(present.IntakeOtherKinds(), s.model.Kind()))
		if words := s.model.KindHint(); words != hint.Words() {
			hint.SetWords(words)
			below.SetWords(words)
			s.grown = true
		}
		if x.Wrong != "" && s.model.BigKind() == 0 {
			s.inputs[present.IntakeKind] = two
		} else {
			s.inputs[present.IntakeKind] = kinds
		}
	}, present.IntakeKind)
}

func (s *intakeScreen) channelRow() {
	t := s.window.env.T
	words := []string{
		t("intake.channel_desk"), t("intake.channel_post"), t("intake.channel_box"), t("intake.channel_phone"),
		t("intake.channel_email"), t("intake.channel_edelivery"),
	}
	ways := look.NewSegments(words, func(i int) { s.model.Choose(present.IntakeChannel, string(present.IntakeBigChannels()[i])) })
	var names []string
	for _, c := range present.IntakeOtherChannels() {
		names = append(names, s.window.env.Say.Channel(c))
	}
	other := look.NewChoice(t("intake.other_channel"), names, func(i int) {
		s.model.Choose(present.IntakeChannel, string(present.IntakeOtherChannels()[i]))
	})
	x := s.model.Field(present.IntakeChannel)
	s.inputs[present.IntakeChannel] = ways
	s.row(x.Label, look.Wrapped(8, 6, ways, look.Sized(130, 0, other)), func() {
		ways.Put(slices.Index(present.IntakeBigChannels(), domain.Channel(x.Text)))
		other.Put(slices.Index(present.IntakeOtherChannels(), domain.Channel(x.Text)))
	}, present.IntakeChannel)
}

func (s *intakeScreen) receivedRow() {
	date, putDate := s.day(present.IntakeDate)
	x := s.model.Field(present.IntakeTime)
	var at *look.TimeField
	at = look.NewTimeField(func(h, m int, ok bool) {
		if ok {
			x.Text = clockWords(h, m)
		} else {
			_, _, _, x.Text = at.Time()
		}
		s.model.Edit(x)
	})
	s.inputs[present.IntakeTime] = at.Entry()
	hint := look.NewText("", look.Second, look.InkHint)
	s.row(s.model.Field(present.IntakeDate).Label, look.Row(8, date, at, hint), func() {
		putDate()
		if h, m, ok := calendar.ParseHour(x.Text); ok && at.Entry().Text != x.Text {
			if now, minute, is, _ := at.Time(); !is || now != h || minute != m {
				at.Put(h, m)
			}
		}
		if x.Wrong != "" {
			at.Wrong(true)
		}
		words, warn := s.model.DayHint()
		ink := look.InkHint
		if warn {
			ink = look.InkSoon
		}
		hint.Set(words, ink)
		hint.Refresh()
	}, present.IntakeDate, present.IntakeTime)
	late, putLate := s.line(present.IntakeLate) // under what it gives the reason for
	s.row(s.model.Field(present.IntakeLate).Label, late.Container, putLate, present.IntakeLate)
}

func clockWords(h, m int) string {
	return string([]byte{byte('0' + h/10), byte('0' + h%10), ':', byte('0' + m/10), byte('0' + m%10)})
}

func (s *intakeScreen) wordRows() {
	subject, putSubject := s.line(present.IntakeSubject)
	s.row(s.model.Field(present.IntakeSubject).Label, subject.Container, putSubject, present.IntakeSubject)
	text, putText := s.several(present.IntakeText, 4)
	s.row(s.model.Field(present.IntakeText).Label, text.Container, putText, present.IntakeText)
	demand, putDemand := s.line(present.IntakeDemand)
	s.row(s.model.Field(present.IntakeDemand).Label, demand.Container, putDemand, present.IntakeDemand)
}

func (s *intakeScreen) placeRows() {
	topic, putTopic := s.choice(present.IntakeTopic)
	s.row(s.model.Field(present.IntakeTopic).Label, look.Row(8, look.Sized(250, 0, topic)), putTopic, present.IntakeTopic)
	unit, putUnit := s.choice(present.IntakeDepartment)
	why := look.NewText("", look.Second, look.InkHint)
	s.row(s.model.Field(present.IntakeDepartment).Label, look.Edged(nil, nil, look.Sized(250, 0, unit), nil, look.Middle(look.Padded(0, 0, 8, 0, why.Elided()))), func() {
		putUnit()
		why.SetWords(s.model.UnitHint())
	}, present.IntakeDepartment)
}

func (s *intakeScreen) dangerRows() {
	t := s.window.env.T
	day, putDay := s.day(present.IntakeViolation)
	s.row(s.model.Field(present.IntakeViolation).Label, look.Row(8, day), putDay, present.IntakeViolation)
	danger, putDanger := s.tick(present.IntakeDanger)
	s.row(t("intake.danger_label"), look.Row(0, danger), putDanger, present.IntakeDanger)
	kind, putKind := s.choice(present.IntakeDangerKind)
	why, putWhy := s.prompted(present.IntakeDangerWhy)
	s.row("", look.Panes(8, []float32{170, 0}, kind, why.Container), func() {
		putKind()
		putWhy()
	}, present.IntakeDangerKind, present.IntakeDangerWhy)
	told, putTold := s.prompted(present.IntakeDangerTold)
	place, putPlace := s.prompted(present.IntakeDangerPlace)
	at, putAt := s.prompted(present.IntakeDangerAt)
	s.row("", look.Panes(8, []float32{170, 0, 96}, place.Container, told.Container, at.Container), func() {
		putPlace()
		putTold()
		putAt()
	}, present.IntakeDangerPlace, present.IntakeDangerTold, present.IntakeDangerAt)
}

func (s *intakeScreen) paperRows() {
	sheets, putSheets := s.prompted(present.IntakeSheets)
	language, putLanguage := s.prompted(present.IntakeLanguage)
	ref, putRef := s.prompted(present.IntakeRef)
	s.row(s.window.env.T("intake.papers"), look.Panes(8, []float32{72, 96, 0}, sheets.Container, language.Container, ref.Container), func() {
		putSheets()
		putLanguage()
		s.appear(language.Container, !s.model.Field(present.IntakeLanguage).Hidden)
		putRef()
		s.appear(ref.Container, !s.model.Field(present.IntakeRef).Hidden)
	}, present.IntakeSheets, present.IntakeLanguage, present.IntakeRef)
	day, putDay := s.day(present.IntakeRefDate)
	s.row(s.model.Field(present.IntakeRefDate).Label, look.Row(8, day), putDay, present.IntakeRefDate)
}
