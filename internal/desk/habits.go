package desk

import (
	"encoding/json"
	"os"
	"path/filepath"
)

// Habits are how somebody at this PC likes the window. They hold nothing of the office's.
type Habits struct {
	Theme        string             `json:"theme,omitempty"`
	Scale        int                `json:"scale,omitempty"` // per cent; 0 = that of the screen
	Width        float32            `json:"width,omitempty"`
	Height       float32            `json:"height,omitempty"`
	Folded       bool               `json:"folded,omitempty"`
	Columns      map[string]float32 `json:"columns,omitempty"`
	BackupDir    string             `json:"backup_dir,omitempty"`
	BackupKeep   int                `json:"backup_keep,omitempty"`    // dated backups that stay; 0 = as the program does
	BackupByHand bool               `json:"backup_by_hand,omitempty"` // none is made by itself
	DataDir      string             `json:"data_dir,omitempty"`       // the data folder that was chosen; empty = the place of this PC
	LastLogin    string             `json:"last_login,omitempty"`
	IdleLock     int                `json:"idle_lock,omitempty"` // minutes until the window is locked; 0 = as the program does, below = never
}

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
