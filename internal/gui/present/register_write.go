package present

// Meter tells how far the list is that is being written or printed.
func (r *Register) Meter() *Meter { return r.meter }

// Stop gives up the list that is being written or printed: no file is left of it, and no sheet is shown.
func (r *Register) Stop() { r.stop.Store(true) }

// Export writes exactly the list that is shown, or what is ticked of it, as a workbook.
func (r *Register) Export(path string) {
	entries, title := r.taken(), r.Title()
	r.take(r.T("register.writing"), r.T("register.exported", "n", len(entries)), func() error {
		return r.office.WriteRegister(title, entries, path, r.goesOn)
	})
}

// Print shows the list as a printed sheet.
func (r *Register) Print() {
	entries, title := r.taken(), r.Title()
	r.take(r.T("register.printing"), "", func() error {
		pdf, err := r.office.PrintRegister(title, entries, r.goesOn)
		if err != nil || r.stop.Load() {
			return err
		}
		return r.office.Show(r.T("register.print_file")+".pdf", pdf)
	})
}

// goesOn is told how far it is.
func (r *Register) goesOn(done, total int) bool {
	r.meter.Count(done, total)
	return !r.stop.Load()
}

// take lets a list be taken out, one at a time, and says how that ended; done is empty where a sheet is seen anyway.
func (r *Register) take(doing, done string, work func() error) {
	if r.meter.Busy() {
		return
	}
	r.stop.Store(false)
	r.meter.Begin(doing)
	var err error
	r.Go(func() { err = work() }, func() {
		r.meter.End()
		r.wrong = ""
		switch {
		case r.stop.Load() && (err != nil || done == ""):
			r.Toast(Toast{Words: r.T("register.given_up")})
		case err != nil:
			r.wrong = r.Tell(err)
		case done != "":
			r.Toast(Toast{Words: done})
		}
		r.renewed()
	})
}
