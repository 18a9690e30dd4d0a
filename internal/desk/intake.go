package desk

import (
	"harta/internal/domain"
	"harta/internal/office"
)

// Register registers a submission whose lines can be printed in letters: a character that the letters have no sign for,
// such as a picture pasted from an e-mail, is refused while whoever typed it is still there to change it.
func (d *Desk) Register(c office.Command, in domain.Intake, with ...office.Paper) (domain.CaseRegistered, error) {
	if err := d.printable(in.Kept(), domain.Intake{}); err != nil {
		return domain.CaseRegistered{}, err
	}
	return d.Office.Register(c, in, with...)
}

// Correct replaces the intake of a case. What it changes must be printable as at the registration.
func (d *Desk) Correct(c office.Command, id domain.CaseID, in domain.Intake, reason string) (domain.CaseCorrected, error) {
	file, err := d.Case(id, office.Again)
	if err != nil {
		return domain.CaseCorrected{}, err
	}
	if err := d.printable(in.Kept(), file.Case.Intake); err != nil {
		return domain.CaseCorrected{}, err
	}
	return d.Office.Correct(c, id, in, reason)
}

// printable refuses the first line that stands in letters and that no font has; what stood there before is left alone.
func (d *Desk) printable(in, was domain.Intake) error {
	press, err := d.press()
	if err != nil {
		return err
	}
	stood := map[domain.IntakeLine]bool{}
	for _, l := range was.Lines() {
		stood[l] = true
	}
	for _, l := range in.Lines() {
		if !l.OnPaper() || stood[l] {
			continue
		}
		if err := press.Printable(l.Field, l.Text); err != nil {
			return err
		}
	}
	return nil
}
