package gui

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// intakeSender is the line for the sender, with the people of the contact book under it while somebody types.
type intakeSender struct {
	name    *look.Completion
	note    *look.Text
	anonym  *look.Button
	details *look.Button
	offered []string
}

// senderRows are the sender, his address, and how a letter addresses him.
func (s *intakeScreen) senderRows() {
	t, x := s.window.env.T, s.model.Field(present.IntakeSender)
	p := &intakeSender{note: look.NewText("", look.Second, look.InkHint)}
	s.sender = p
	p.name = look.NewCompletion(nil, func(c look.Suggestion) {
		if i, err := strconv.Atoi(c.Key); err == nil {
			s.model.Pick(i)
		}
	}).Sign(look.Icon(theme.IconNameAccount)).Prompt(t("intake.sender_prompt"))
	p.name.OnTyped = func(typed string) {
		if kept := s.model.Type(x.Key, typed); kept != typed {
			p.name.Put(kept)
		}
	}
	s.inputs[x.Key] = p.name.Entry()
	p.details = look.NewButton(t("intake.sender_details"), look.Icon(theme.IconNameArrowDropDown), look.Quiet, s.model.ShowDetails)
	p.anonym = look.NewButton(t("intake.anonymous"), look.Icon(theme.IconNameVisibilityOff), look.Plain, s.model.Anonym)
	x.Hint = ""
	field := look.Stack(p.name, look.Padded(0, 0, 0, 9, look.Row(0, look.Spacer(), p.note)))
	s.row(x.Label, look.Edged(nil, nil, nil, look.Padded(0, 0, 8, 0, look.Row(8, p.details, p.anonym)), field), s.drawSender, x.Key)
	s.addressRows()
	address, putAddress := s.choice(present.IntakeAddress)
	keep, putKeep := s.tick(present.IntakeKeepIdentity)
	s.row(s.model.Field(present.IntakeAddress).Label, look.Row(18, look.Sized(150, 0, address), keep), func() {
		putAddress()
		putKeep()
	}, present.IntakeAddress, present.IntakeKeepIdentity)
}

// addressRows are what is known of the sender: for somebody new, or on demand.
func (s *intakeScreen) addressRows() {
	kind, putKind := s.choice(present.IntakeSenderType)
	acts, putActs := s.prompted(present.IntakeRepresents)
	s.row(s.model.Field(present.IntakeSenderType).Label, look.Panes(8, []float32{150, 0}, kind, acts.Container), func() {
		putKind()
		putActs()
		s.appear(acts.Container, !s.model.Field(present.IntakeRepresents).Hidden)
	}, present.IntakeSenderType, present.IntakeRepresents)
	town, putTown := s.prompted(present.IntakeSettlement)
	code, putCode := s.prompted(present.IntakePostcode)
	street, putStreet := s.prompted(present.IntakeStreet)
	s.row(s.window.env.T("intake.contact"), look.Panes(8, []float32{170, 84, 0}, town.Container, code.Container, street.Container), func() {
		putTown()
		putCode()
		putStreet()
	}, present.IntakeSettlement, present.IntakePostcode, present.IntakeStreet)
	phone, putPhone := s.prompted(present.IntakePhone)
	mail, putMail := s.prompted(present.IntakeEmail)
	var r *intakeRow
	r = s.row("", look.Panes(8, []float32{170, 0}, phone.Container, mail.Container), func() {
		label := ""
		if s.model.On(present.IntakeAnonymous) { // the row of the address is not there
			label = s.window.env.T("intake.contact")
		}
		r.label.SetWords(label)
		putPhone()
		putMail()
	}, present.IntakePhone, present.IntakeEmail)
}

func (s *intakeScreen) drawSender() {
	t, p, x := s.window.env.T, s.sender, s.model.Field(present.IntakeSender)
	anonymous := s.model.On(present.IntakeAnonymous)
	if p.name.Text() != x.Text {
		p.name.Put(x.Text)
	}
	p.name.Field.Allow(!anonymous)
	p.name.Field.Wrong(x.Wrong != "")
	prompt := t("intake.sender_prompt")
	if anonymous {
		prompt = t("intake.is_anonymous")
	}
	if p.name.Entry().PlaceHolder != prompt {
		p.name.Entry().SetPlaceHolder(prompt)
	}
	lookOf := look.Plain
	if anonymous {
		lookOf = look.Pressed
	}
	p.anonym.Say(t("intake.anonymous"), look.Icon(theme.IconNameVisibilityOff), lookOf)
	s.appear(p.details, s.model.Known() && !anonymous)
	room := p.name.Size().Width - look.Body.Width(x.Text) - 60
	note := ""
	if room > 40 {
		note = look.Fit(s.model.SenderNote(), look.Second, room)
	}
	p.note.SetWords(note)
	p.note.Refresh()
	s.offer()
}

// offer shows whom the typed letters may mean, when that has changed.
func (s *intakeScreen) offer() {
	found := s.model.Found()
	shown := make([]look.Suggestion, len(found))
	said := make([]string, len(found))
	for i, f := range found {
		words := f.Name
		if f.About != "" {
			words += "  " + f.About
		}
		shown[i] = look.Suggestion{Key: strconv.Itoa(i), Words: words, Bold: [][2]int{{0, len(f.Name)}}, Right: s.window.env.T("intake.cases", "n", f.Cases)}
		said[i] = words
	}
	if slices.Equal(said, s.sender.offered) && (len(said) == 0 || s.sender.name.Open()) {
		return
	}
	s.sender.offered = said
	if f, ok := s.window.Canvas().Focused().(*look.Entry); ok && f == s.sender.name.Entry() {
		s.sender.name.Offer(shown)
	}
}
