package gui

import (
	"time"

	"fyne.io/fyne/v2/theme"

	"harta/internal/gui/look"
	"harta/internal/gui/present"
)

// toastFor is how long a message in passing is shown.
const toastFor = 10 * time.Second

// showToast says in passing that something was done, and offers to take it back, or what else is to be done about it.
func (w *Window) showToast(t present.Toast) {
	w.hideToast()
	sign := look.Icon(theme.IconNameConfirm)
	if t.Warn {
		sign = look.Icon(theme.IconNameWarning)
	}
	var acts []look.ToastAct
	if t.Act != nil {
		acts = append(acts, look.ToastAct{Words: t.Do, Key: t.Key, Icon: look.Icon(theme.IconNameConfirm), Do: t.Act})
	}
	if t.Undo != nil {
		acts = append(acts, look.ToastAct{Words: w.env.T("toast.undo"), Icon: look.Icon(theme.IconNameContentUndo), Do: t.Undo})
	}
	hide := look.ShowToast(w.Canvas(), t.Words, sign, acts...)
	stop := w.env.After(toastFor, hide)
	w.hideToast = func() {
		stop()
		hide()
		w.hideToast = func() {}
	}
}

// ask asks before something that cannot be taken back.
func (w *Window) ask(q present.Question, answered func(yes bool)) {
	look.Ask(w.Canvas(), look.Question{
		Title: q.Title, Words: q.Words, Yes: q.Yes, No: q.No, Danger: q.Danger, Typed: q.Typed,
		TypedLabel: w.env.T("ask.typed", "word", q.Typed),
	}, answered)
}
