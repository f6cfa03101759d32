"""Rules over the waivers, once all other rules over content have spoken."""
