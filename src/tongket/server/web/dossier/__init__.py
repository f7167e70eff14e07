"""Hồ sơ báo cáo: the dossier of an org unit, from the form that is downloaded to the receipt."""
