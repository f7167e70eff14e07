/* Passkeys: asks the browser for the proof and puts it into the form. The page brings its question as JSON in
   #passkey-data, or, where one logs in, the form's own address gives it. No script stands in a page. */
"use strict";

(() => {
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/").padEnd(Math.ceil(text.length / 4) * 4, "=")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const named = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const written = (credential) => {
    const { response } = credential;
    const parts = ["clientDataJSON", "attestationObject", "authenticatorData", "signature", "userHandle"];
    const said = Object.fromEntries(parts.filter((name) => response[name]).map((name) => [name, text(response[name])]));
    if (response.getTransports) { said.transports = response.getTransports(); }
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response: said,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const make = async (asked, passwordless) => {
    const choice = { ...asked.authenticatorSelection,
      residentKey: passwordless ? "required" : "discouraged", requireResidentKey: passwordless };
    if (passwordless) { choice.userVerification = "required"; }
    return navigator.credentials.create({ publicKey: {
      ...asked, challenge: bytes(asked.challenge), user: { ...asked.user, id: bytes(asked.user.id) },
      excludeCredentials: named(asked.excludeCredentials), authenticatorSelection: choice,
    } });
  };

  const prove = async (asked) => navigator.credentials.get({ publicKey: {
    ...asked, challenge: bytes(asked.challenge), allowCredentials: named(asked.allowCredentials),
  } });

  const brought = () => JSON.parse(document.getElementById("passkey-data").textContent);
  const fetched = async (form) => {
    const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
    if (!answer.ok) { throw new Error(String(answer.status)); }
    return answer.json();
  };

  const ways = {
    "add": async (form) => make(brought().creation_options.publicKey, form.elements.passwordless.checked),
    "prove": async () => prove(brought().request_options.publicKey),
    "log-in": async (form) => prove((await fetched(form)).request_options.publicKey),
  };

  const show = (form, name) => form.querySelectorAll(`[data-passkey-${name}]`).forEach((one) => { one.hidden = false; });

  document.querySelectorAll("form[data-passkey]").forEach((form) => {
    const button = form.querySelector("[data-passkey-go]");
    if (!window.PublicKeyCredential) { button.disabled = true; show(form, "absent"); return; }
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      button.disabled = true;
      try {
        form.elements.credential.value = JSON.stringify(written(await ways[form.dataset.passkey](form)));
        HTMLFormElement.prototype.submit.call(form);
      } catch {
        button.disabled = false;
        show(form, "refused");
      }
    });
  });
})();
