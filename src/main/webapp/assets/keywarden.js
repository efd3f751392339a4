/*
 * What pages do by themselves. Pages say what they want by data-kw-* attributes; nothing here knows a
 * page. No secret is kept: it lives in the document only, until its dialog closes or the page is left.
 */
(function () {
  'use strict';

  const texts = () => document.body.dataset;

  /*
   * Dialogs: data-kw-open="id" opens one, data-kw-set-<field>="…" fills in what it is about. Where that
   * is up to the server, data-kw-ask="command" has it do so for data-kw-key="id".
   */

  /* The id of what somebody began with; null before that. */
  let opener = null;

  function open(id, source) {
    const dialog = document.getElementById(id);
    if (!dialog || dialog.open) {
      return;
    }
    fill(dialog, source);
    dialog.showModal();
    const first = dialog.querySelector('[autofocus], .kw-input, .kw-dialog-foot .kw-button');
    if (first) {
      first.focus();
    }
  }

  /* A field by its name's last part, a text by data-kw-text. */
  function fill(dialog, source) {
    for (const [name, value] of Object.entries(source ? source.dataset : {})) {
      if (!name.startsWith('kwSet')) {
        continue;
      }
      const key = name.charAt(5).toLowerCase() + name.substring(6);
      dialog.querySelectorAll('[data-kw-text="' + key + '"]').forEach((e) => {
        e.textContent = value;
      });
      dialog.querySelectorAll('[name$=":' + key + '"]').forEach((e) => {
        e.value = value;
      });
    }
    dialog.querySelectorAll('.kw-field-error').forEach((e) => e.remove());
    dialog.querySelectorAll('[aria-invalid]').forEach((e) => e.removeAttribute('aria-invalid'));
  }

  /* An action without a dialog: data-kw-send="id" fills in the form of that button, and presses it. */
  function send(source) {
    if (source.getAttribute('aria-disabled') === 'true') {
      return;
    }
    const button = document.getElementById(source.dataset.kwSend);
    fill(button.form, source);
    leaveMenu(source);
    button.click();
  }

  function close(dialog) {
    if (dialog && dialog.open) {
      forget(dialog); // at once: the event comes later
      dialog.close();
    }
  }

  /* Whatever closes a dialog with a secret, the secret goes; so does a password that was typed. */
  function forget(dialog) {
    dialog.querySelectorAll('[data-kw-secret]').forEach((e) => e.remove());
    dialog.querySelectorAll('input[type="password"]').forEach((e) => {
      e.value = '';
    });
  }

  document.addEventListener('close', (event) => forget(event.target), true);

  document.addEventListener('close', keepFocus, true);

  /* What an action or a dialog began with may have been renewed since, or be gone. */
  function keepFocus() {
    if (opener !== null && document.activeElement === document.body && !document.querySelector('dialog[open]')) {
      (document.getElementById(opener) || document.getElementById('content')).focus();
    }
  }

  window.addEventListener('pagehide', () => {
    document.querySelectorAll('[data-kw-secret]').forEach((e) => {
      close(e.closest('dialog'));
      e.remove(); // at once: the page may be kept as it is now, to come back to
    });
  });

  document.addEventListener('cancel', (event) => {
    if (event.target.matches('dialog[data-kw-insist="true"]')) {
      event.preventDefault(); // Esc would lose what is shown only once
    }
  }, true);

  /* Clicks */

  document.addEventListener('click', (event) => {
    const on = (selector) => event.target.closest(selector);
    closeMenus(on('details.kw-menu'));
    let found;
    if ((found = on('[data-kw-open]'))) {
      leaveMenu(found);
      open(found.dataset.kwOpen, found);
    } else if ((found = on('[data-kw-ask]'))) {
      leaveMenu(found);
      window[found.dataset.kwAsk]([{ name: 'key', value: found.dataset.kwKey }]);
    } else if ((found = on('[data-kw-send]'))) {
      send(found);
    } else if ((found = on('[data-kw-close]'))) {
      close(found.closest('dialog'));
    } else if ((found = on('[data-kw-copy]'))) {
      copy(found);
    } else if ((found = on('[data-kw-dismiss]'))) {
      dismiss(found.closest('.kw-toast'));
    } else if ((found = on('[data-kw-toggle]'))) {
      toggle(found);
    }
  });

  function closeMenus(but) {
    document.querySelectorAll('details.kw-menu[open]').forEach((menu) => {
      if (menu !== but) {
        menu.open = false;
      }
    });
  }

  /* What began something gets the focus back, hence not an item of a menu that is closed by then. */
  function leaveMenu(item) {
    const menu = item.closest('details.kw-menu');
    const left = menu ? menu.querySelector('summary') : item;
    left.focus();
    opener = left.id;
    if (menu) {
      menu.open = false;
    }
  }

  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') {
      return;
    }
    const menu = document.querySelector('details.kw-menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
    document.querySelectorAll('.kw-sidebar.is-open').forEach((bar) => {
      const button = document.querySelector('[data-kw-toggle="' + bar.id + '"]');
      toggle(button);
      button.focus();
    });
  });

  function toggle(button) {
    const opened = document.getElementById(button.dataset.kwToggle).classList.toggle('is-open');
    button.setAttribute('aria-expanded', String(opened));
  }

  /* A check mark for two seconds; a copy that fails says so and selects the text instead. */
  async function copy(button) {
    const source = document.getElementById(button.dataset.kwCopy);
    const said = button.querySelector('[data-kw-said]');
    try {
      await navigator.clipboard.writeText(source.textContent.trim());
      button.classList.add('is-done');
      said.textContent = texts().sayCopied;
      setTimeout(() => {
        button.classList.remove('is-done');
        said.textContent = texts().sayCopy;
      }, 2000);
    } catch {
      getSelection().selectAllChildren(source);
      toast(texts().sayCopyFailed);
    }
  }

  /* Toasts */

  function toast(text, good) {
    const toasts = document.querySelector('.kw-toasts');
    const template = document.getElementById('kw-toast');
    const shown = template.content.firstElementChild.cloneNode(true);
    shown.querySelector('[data-kw-text]').textContent = text;
    if (good) {
      const use = shown.querySelector('use');
      shown.classList.replace('is-bad', 'is-good');
      use.setAttribute('href', use.getAttribute('href').replace('#alert', '#good'));
    }
    toasts.append(shown);
    raise(toasts);
  }

  /* What an action told is told on the page that comes after it. */
  const TOLD = 'kw-told';

  function reload() {
    const good = document.querySelectorAll('.kw-toast.is-good > span');
    sessionStorage.setItem(TOLD, JSON.stringify([...good].map((e) => e.textContent)));
    location.reload();
  }

  function tellAgain() {
    const told = JSON.parse(sessionStorage.getItem(TOLD) || '[]');
    sessionStorage.removeItem(TOLD);
    told.forEach((text) => toast(text, true));
  }

  /* Above an open dialog too: in the top layer whoever comes last is on top. */
  function raise(toasts) {
    if (toasts.matches(':popover-open')) {
      toasts.hidePopover();
    }
    toasts.showPopover();
  }

  function dismiss(toastShown) {
    const toasts = toastShown.parentElement;
    toastShown.remove();
    if (!toasts.children.length && toasts.matches(':popover-open')) {
      toasts.hidePopover();
    }
  }

  /* Good news goes by itself; bad news stays until it is read. */
  function watchToasts() {
    const toasts = document.querySelector('.kw-toasts');
    if (toasts && toasts.children.length) {
      raise(toasts);
      toasts.querySelectorAll('.kw-toast.is-good:not([data-kw-watched])').forEach((good) => {
        good.dataset.kwWatched = '';
        const leave = () => (good.matches(':hover, :focus-within') ? setTimeout(leave, 2000) : good.isConnected && dismiss(good));
        setTimeout(leave, 6000);
      });
    }
  }

  /* Times: the server knows UTC only */

  function localTimes() {
    const format = new Intl.DateTimeFormat(document.documentElement.lang, { dateStyle: 'long', timeStyle: 'short' });
    document.querySelectorAll('time[datetime]:not([data-kw-local])').forEach((time) => {
      time.title = format.format(new Date(time.dateTime));
      time.dataset.kwLocal = '';
    });
  }

  /* Filters take effect when they are changed; without script there is a button. */

  document.addEventListener('change', (event) => {
    const form = event.target.closest('form[data-kw-live]');
    if (form) {
      form.requestSubmit();
    }
  });

  /* A form is sent once, however often it is clicked. */
  document.addEventListener('submit', (event) => {
    if (event.target.matches('form[data-kw-once]')) {
      if (event.target.dataset.kwSent) {
        event.preventDefault();
      }
      event.target.dataset.kwSent = 'true';
    }
  });

  window.addEventListener('pageshow', () => {
    document.querySelectorAll('form[data-kw-sent]').forEach((form) => delete form.dataset.kwSent);
  });

  /* What the server answers to actions */

  function failed(xhr) {
    if (xhr.status === 401) {
      location.assign(texts().saySignIn);
      return;
    }
    let problem = {};
    try {
      problem = JSON.parse(xhr.responseText);
    } catch {
      /* a proxy's page, or no answer at all */
    }
    const said = { 403: texts().sayForbidden, 404: texts().sayMissing, 429: texts().sayTooMany };
    const text = xhr.status ? said[xhr.status] || texts().sayFailed : texts().sayOffline;
    toast(problem.requestId ? text + ' ' + texts().sayRequest.replace('…', problem.requestId) : text);
  }

  function answered(args) {
    const named = (ids) => (ids ? ids.split(' ') : []);
    named(args.kwClose).forEach((id) => close(document.getElementById(id)));
    named(args.kwOpen).forEach((id) => open(id));
    if (args.kwReload) {
      reload();
      return;
    }
    refresh();
    keepFocus();
  }

  /* data-kw-open-by="name": a link that has this parameter opens the dialog with the page. */
  function openAsAsked() {
    const asked = new URLSearchParams(location.search);
    const opener = [...document.querySelectorAll('[data-kw-open-by]')].find((e) => asked.has(e.dataset.kwOpenBy));
    if (opener) {
      opener.click();
    }
  }

  function refresh() {
    localTimes();
    watchToasts();
    const wrong = document.querySelector('dialog[open] [aria-invalid="true"]');
    if (wrong) {
      wrong.focus();
    }
  }

  document.addEventListener('DOMContentLoaded', () => {
    if (window.jQuery) {
      // a problem is no XML, and the browser would complain of its own error page for what it cannot read
      window.jQuery.ajaxSetup({
        converters: {
          'text xml': (text) => {
            if (!text.startsWith('<?xml')) {
              throw new SyntaxError('No XML');
            }
            return window.jQuery.parseXML(text);
          },
        },
      });
      window
        .jQuery(document)
        .on('pfAjaxError', (event, xhr) => failed(xhr))
        .on('pfAjaxComplete', (event, xhr, settings, args) => answered(args || {}));
    }
    tellAgain();
    refresh();
    openAsAsked();
  });

  window.Keywarden = { toast, open, close };
})();
