package gui

import (
	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// intakeFold is the line of the folded fields among the inputs.
const intakeFold = "more"

// moreRows are what few submissions need, folded under one line: who passed it on, and whose rights it touches besides.
func (s *intakeScreen) moreRows() {
	t := s.window.env.T
	fold := look.NewButton(t("intake.more"), look.Icon(theme.IconNameArrowDropDown), look.Quiet, s.unfold)
	s.inputs[intakeFold] = fold
	s.row("", look.Row(0, fold), func() {
		_, open := s.model.Fold()
		arrow := look.Icon(theme.IconNameArrowDropDown)
		if open {
			arrow = look.Icon(theme.IconNameArrowDropUp)
		}
		fold.Say(t("intake.more"), arrow, look.Quiet)
	}).there = func() bool {
		shown, _ := s.model.Fold()
		return shown
	}
	from, putFrom := s.line(present.IntakeReferrer)
	from.Entry.SetPlaceHolder(t("intake.referrer_prompt"))
	ref, putRef := s.prompted(present.IntakeReferrerRef)
	day, putDay := s.day(present.IntakeReferrerDate)
	s.row(s.model.Field(present.IntakeReferrer).Label, look.Panes(8, []float32{0, 144, 128}, from.Container, ref.Container, day), func() {
		putFrom()
		putRef()
		putDay()
	}, present.IntakeReferrer, present.IntakeReferrerRef, present.IntakeReferrerDate)
	at, putAt := s.prompted(present.IntakeReferrerAt)
	s.row("", at.Container, putAt, present.IntakeReferrerAt)
	affected, putAffected := s.several(present.IntakeAffected, 2)
	s.row(s.model.Field(present.IntakeAffected).Label, affected.Container, putAffected, present.IntakeAffected)
}

// unfold opens the folded fields and leads to the first of them, or folds them.
func (s *intakeScreen) unfold() {
	s.model.ShowMore()
	if _, open := s.model.Fold(); open {
		s.window.focus(s.inputs[present.IntakeReferrer])
		s.bring(s.model.Field(present.IntakeAffected))
		s.bring(s.model.Field(present.IntakeReferrer))
	}
}
