"""Writing the plan: proposals, assigning and adjusting, acknowledgements, imports, dates of milestones."""
