"""What works on while nobody waits: consolidation, papers, mails; each job calls one action or one step of the desk."""
