package desk

// Version is the one of FyneApp.toml, as a test holds.
const Version = "0.1.0"

// AppID is how the system knows the program: the ID of FyneApp.toml.
const AppID = "bg.harta.desktop"
