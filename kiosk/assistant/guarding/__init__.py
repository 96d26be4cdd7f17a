"""The parts of the guard: a wording taken apart, and what each part of it must stand on."""
