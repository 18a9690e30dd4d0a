package desk

import "harta/resources"

// ShowLicences opens the texts of the licences of everything that the program is built from.
func (d *Desk) ShowLicences() error {
	text, err := resources.Licences()
	if err != nil {
		return err
	}
	return d.Show("licences.txt", text)
}
