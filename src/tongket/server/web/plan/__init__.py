"""Kế hoạch: indicators, plan lines with their versions and targets, import and export, key projects."""
