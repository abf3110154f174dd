"""Everything that imports Qt: the window, its panels and dialogs. The domain below is in `annotation`."""
