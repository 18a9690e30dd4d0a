package gui

import (
	"harta/internal/calendar"
	"harta/internal/domain"
	"harta/internal/gui/present"
)

// intakeShots are the states of the screen that the gallery shows.
func intakeShots() []shot {
	fresh := func(*Window) present.Route { return present.Route{Place: present.NewPlace} }
	stage := func(do func(*intakeScreen)) func(*Window) {
		return func(w *Window) {
			if s, ok := w.screen.(*intakeScreen); ok {
				do(s)
			}
		}
	}
	return []shot{
		{name: "03-new", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			fillIntake(s.model)
			s.window.focus(s.inputs[present.IntakeText])
		})},
		{name: "03-new-empty", user: "clerk", route: fresh, stage: stage((*intakeScreen).clean)},
		{name: "03-new-typing", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			s.model.ChooseBig(0)
			s.window.focus(s.sender.name.Entry())
			for _, r := range "ив" {
				s.sender.name.Entry().TypedRune(r)
			}
		})},
		{name: "03-new-person", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			s.model.ChooseBig(1)
			s.model.Type(present.IntakeSender, "Спортен клуб „Марица“")
			s.model.Choose(present.IntakeSenderType, string(domain.Organisation))
		})},
		{name: "03-new-refused", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			s.model.ChooseBig(0)
			s.save(present.SaveAndOpen)
		})},
		{name: "03-new-anonymous", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			s.model.ChooseBig(1)
			s.model.Anonym()
			s.model.Type(present.IntakePhone, "0888 123 456")
			x := s.model.Field(present.IntakeDanger)
			x.On = true
			s.model.Edit(x)
			s.model.Choose(present.IntakeDangerKind, "water")
			s.form.ScrollTo(400)
		})},
		{name: "03-new-unsigned", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			s.model.ChooseBig(1)
			s.model.Anonym()
			s.window.focus(s.inputs[present.IntakePhone])
		})},
		{name: "03-new-own", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			fillIntake(s.model)
			for _, x := range s.model.Respondents() {
				s.model.Name(x.Key, false)
			}
			s.model.Name("u"+domain.ID(s.window.program.Acting().User).String(), true)
		})},
		{name: "03-new-envelope", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			fillIntake(s.model)
			s.model.Choose(present.IntakeKind, string(domain.Whistleblower))
		})},
		{name: "03-new-passed-on", user: "clerk", route: fresh, stage: stage(func(s *intakeScreen) {
			s.clean()
			s.model.ChooseBig(1)
			s.model.Choose(present.IntakeChannel, string(domain.Forwarded))
			s.model.Type(present.IntakeSender, "Иван Примеров")
			s.unfold()
			for key, typed := range map[string]string{
				present.IntakeSettlement: "гр. Примерно", present.IntakeSubject: "Незаконно сметище край моста",
				present.IntakeReferrer: "Областен управител", present.IntakeReferrerRef: "12-00-5",
				present.IntakeReferrerAt: "гр. Примерно; пл. „Свобода“ 1",
				present.IntakeAffected:   "Мария Примерова; гр. Примерно; ул. „Първа“ 3\nПетър Примеров; с. Примерово; ул. „Втора“ 8; petar@example.bg",
			} {
				s.model.Type(key, typed)
			}
			x := s.model.Field(present.IntakeReferrerDate)
			x.Date = calendar.NewDate(2026, 11, 20)
			x.Text = x.Date.Local()
			s.model.Edit(x)
			s.window.focus(s.inputs[present.IntakeAffected])
			s.bring(s.model.Field(present.IntakeAffected))
		})},
		{name: "03-new-blocked", user: "executor", route: fresh},
	}
}

// clean forgets a draft of a picture before.
func (s *intakeScreen) clean() {
	ask := s.model.Ask
	s.model.Ask = func(_ present.Question, answer func(bool)) { answer(true) }
	s.model.Clear()
	s.model.Ask = ask
}

func fillIntake(m *present.Intake) {
	m.Choose(present.IntakeKind, string(domain.ComplaintStaff))
	m.Type(present.IntakeSender, "ив")
	m.Pick(0)
	m.Choose(present.IntakeAddress, string(domain.ToMr))
	if x := m.Field(present.IntakeRespondents); len(x.Options) > 2 {
		m.Name(x.Options[2].Key, true)
	}
	m.Type(present.IntakeSubject, "Отказан прием на декларация на гише 3")
	m.Type(present.IntakeText, "На 20.11.2026 около 16:10 ч. на гише 3 „Местни данъци“ ми беше отказан прием на декларация, защото работното време било "+
		"изтекло. На вратата пише до 17:30 ч. Служителката ми каза да дойда в понеделник и затвори гишето. Пред мен имаше още двама души.")
	m.Type(present.IntakeDemand, "Проверка и писмен отговор")
	if x := m.Field(present.IntakeTopic); len(x.Options) > 1 {
		m.Choose(present.IntakeTopic, x.Options[1].Key)
	}
	x := m.Field(present.IntakeViolation)
	x.Date = calendar.NewDate(2026, 11, 20)
	x.Text = x.Date.Local()
	m.Edit(x)
	m.AddFiles("/жалба-нач.pdf")
}
