"""Adapters from plain records to Qt's item models: no SQL, no rules."""
