"""Read one container kind a module into raw articles."""
