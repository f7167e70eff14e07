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
