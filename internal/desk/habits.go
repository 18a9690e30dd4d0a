package desk

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
)

// Habits are how somebody at this PC likes the window. They hold nothing of the office's.
type Habits struct {
	Theme        string             `json:"theme,omitempty"`
	Scale        int                `json:"scale,omitempty"` // per cent; 0 = that of the screen
	Width        float32            `json:"width,omitempty"`
	Height       float32            `json:"height,omitempty"`
	Zoom         float32            `json:"zoom,omitempty"` // of the text when the window had that size
	Folded       bool               `json:"folded,omitempty"`
	Columns      map[string]float32 `json:"columns,omitempty"`
	BackupDir    string             `json:"backup_dir,omitempty"`
	BackupKeep   int                `json:"backup_keep,omitempty"`    // dated backups that stay; 0 = as the program does
	BackupByHand bool               `json:"backup_by_hand,omitempty"` // none is made by itself
	DataDir      string             `json:"data_dir,omitempty"`       // the data folder that was chosen; empty = the place of this PC
	LastLogin    string             `json:"last_login,omitempty"`
	IdleLock     int                `json:"idle_lock,omitempty"` // minutes until the window is locked; 0 = as the program does, below = never
}

// Zoom is a text size as the driver of the screen takes it: to a tenth.
func Zoom(asked float32) float32 {
	if asked <= 0 {
		return 1
	}
	return float32(math.Round(float64(asked)*10) / 10)
}

// Size gives the window as it was, in the units of a text of some size: what was large at 100 % would not fit the screen
// at 175 %. One whose text is not known counts as of 100 %, which fits every screen. It is ok when it can be used.
func (h Habits) Size(scale float32) (width, height float32, ok bool) {
	before := h.Zoom
	if before <= 0 {
		before = 1
	}
	width, height = h.Width*before/scale, h.Height*before/scale
	return width, height, width >= leastWidth && height >= leastHeight
}

// A window that was smaller is not opened so again.
const (
	leastWidth  = 640
	leastHeight = 400
)

func (d *Desk) habitsFile() string { return filepath.Join(d.StateDir(), "habits.json") }

// Habits gives what was kept last; without it, or where it is damaged, the zero Habits.
func (d *Desk) Habits() Habits {
	d.mu.Lock()
	defer d.mu.Unlock()
	var h Habits
	if b, err := os.ReadFile(d.habitsFile()); err != nil || json.Unmarshal(b, &h) != nil {
		return Habits{}
	}
	return h
}

// KeepHabits keeps the habits for the next run.
func (d *Desk) KeepHabits(h Habits) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	return writeNotes(d.habitsFile(), h)
}
