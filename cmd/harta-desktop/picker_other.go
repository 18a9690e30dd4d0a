//go:build !windows

package main

import "harta/internal/gui"

// newPicker leaves it to the window to ask for files: this system has no dialog that every desktop has.
func newPicker() gui.Picker { return nil }
