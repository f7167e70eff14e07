"""A person at the browser: enters, clicks what the page shows, and lets every page be judged on the way."""

from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe

RULES = ["wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"]
AXE = Axe()


class Person:
    """Somebody in a browser window of their own; keeps what the browser complained of and where it asked for more."""

    def __init__(self, context, address):
        self.page, self.address = context.new_page(), address
        self.complaints, self.hosts = [], set()
        self.page.on(
            "console", lambda said: self.complaints.append(said.text) if said.type in ("error", "warning") else None
        )
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("request", lambda asked: self.hosts.add(urlsplit(asked.url).netloc))

    def enter(self, name, password):
        self.page.goto(self.address)
        self.page.get_by_label("Tên đăng nhập").fill(name)
        self.page.get_by_label("Mật khẩu", exact=True).fill(password)
        self.page.get_by_role("button", name="Đăng nhập", exact=True).click()
        return self

    def click(self, name, *, exact=False):
        """Click the button or link of a name, wherever the page shows one."""
        button = self.page.get_by_role("button", name=name, exact=exact).or_(
            self.page.get_by_role("link", name=name, exact=exact)
        )
        button.locator("visible=true").first.click()
        self.page.wait_for_load_state()
        return self

    def fill(self, **fields):
        """Fill fields by the words of their labels, underscores for blanks."""
        for label, value in fields.items():
            self.write(label.replace("_", " "), value)
        return self

    def write(self, label, value):
        """Fill one field by its label, whatever kind of field it is."""
        field = self.page.get_by_label(label).locator("visible=true").first
        kind = field.evaluate("one => one.tagName + ':' + (one.type || '')")
        if kind.startswith("SELECT"):
            field.select_option(label=value)
        elif kind.endswith(":file"):
            field.set_input_files(value)
        elif kind.endswith((":checkbox", ":radio")):
            field.set_checked(value)
        else:
            field.fill(value)
        return self

    def shows(self, text):
        """Wait until the page shows a text; fails when it never does."""
        self.page.get_by_text(text).locator("visible=true").first.wait_for(timeout=20_000)
        return self

    def menu(self, name):
        """Open an entry of the menu, unfolding it first on a telephone."""
        entry = self.page.get_by_role("navigation").get_by_role("link", name=name, exact=True)
        if not entry.is_visible():
            self.page.get_by_text("Trình đơn").first.click()
        entry.click()
        self.page.wait_for_load_state()
        return self

    def leave(self):
        """Log out."""
        self.page.locator("details.who > summary").click()
        self.page.get_by_role("button", name="Thoát", exact=True).click()
        return self

    def links(self):
        """The addresses of the pages that this page links to, without what is only downloaded."""
        found = self.page.eval_on_selector_all("a[href]:not([download])", "all => all.map(one => one.href)")
        ours = (one.split("#")[0] for one in found if one.startswith(self.address))
        return [one for one in dict.fromkeys(ours) if "." not in urlsplit(one).path.rsplit("/", 1)[-1]]

    def faults(self):
        """What axe finds wrong with the page as it is shown, light and dark."""
        found = []
        for scheme in ("light", "dark"):
            self.page.emulate_media(color_scheme=scheme)
            answer = AXE.run(self.page, options={"runOnly": RULES}).response
            found += [
                f"{scheme} {one['id']}: {node['html'][:160]}" for one in answer["violations"] for node in one["nodes"]
            ]
        return found
