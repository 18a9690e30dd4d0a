package preview

import "time"

// Hurry makes a viewer give up earlier.
func (v *Viewer) Hurry(patience time.Duration) { v.patience = patience }

// Store says whether a folder for the compiled renderer could be used, and whether it held one that was whole.
func Store(folder string) (usable, whole bool) {
	s := openStore(folder)
	return s.usable, s.sealed
}

// Seal makes whatever a folder holds look whole.
func Seal(folder string) {
	s := openStore("")
	s.dir, s.sum = folder+"/pdfium", folder+"/pdfium.sum"
	s.seal()
}
