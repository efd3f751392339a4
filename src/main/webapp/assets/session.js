/*
 * Warns before the session ends for lack of use, and leaves the page when it has ended. The server
 * decides (ADR 32): each request with the cookie is a use. Pages only know when one was sent last, by
 * this tab or another one: they share that moment, and nothing else.
 */
(function () {
  'use strict';

  const dialog = document.getElementById('idle');
  const countdown = dialog.querySelector('.kw-countdown');
  const said = dialog.querySelector('[role="status"]');
  const text = document.getElementById('idle-text');
  const asked = text.textContent;

  const LIMIT = dialog.dataset.kwIdle * 1000;
  const WARNING = dialog.dataset.kwWarning * 1000;
  const MINUTE = 60000;

  /* Uses are noted to the minute, so the server may take one more. Before that it is not to be asked by
     itself: to be asked is a use. */
  const SURELY_OVER = -MINUTE - 2000;

  /* What somebody does so soon after a request needs none of its own. */
  const FRESH = Math.max(LIMIT / 4, MINUTE);
  const RETRY = 10000;
  const SHARED = 'kw-used';

  let used = 0;
  let tried = 0;
  let timer = 0;
  let asking = false;

  /* When the session was used last, as far as is known here. A clock that was set back begins anew. */
  function lastUse() {
    const latest = Math.max(used, Number(shared()) || 0);
    if (latest > Date.now() + 1000) {
      noteUse(Date.now());
      return used;
    }
    return latest;
  }

  function shared() {
    try {
      return localStorage.getItem(SHARED);
    } catch {
      return null; // switched off: this tab is on its own
    }
  }

  function noteUse(at) {
    used = at;
    try {
      localStorage.setItem(SHARED, String(at));
    } catch {
      /* as above */
    }
  }

  /* A clock that was set back must not stop the trying. */
  function sinceTried() {
    return Math.abs(Date.now() - tried);
  }

  /* Judges by the clock alone, for a computer that slept has missed its timers. */
  function check() {
    const left = lastUse() + LIMIT - Date.now();
    if (left <= WARNING) {
      warn(left);
    } else if (dialog.open) {
      dialog.close();
    }
    if (left <= SURELY_OVER && sinceTried() >= RETRY) {
      ask();
    }
    clearTimeout(timer);
    timer = setTimeout(check, dialog.open ? 1000 : RETRY);
  }

  function warn(left) {
    const seconds = Math.max(0, Math.ceil(left / 1000));
    if (!dialog.open) {
      said.textContent = '';
      said.dataset.kwMoment = Infinity;
      dialog.showModal();
      document.getElementById('idle-stay').focus();
    }
    countdown.textContent = Math.floor(seconds / 60) + ':' + String(seconds % 60).padStart(2, '0');
    text.textContent = seconds ? asked : dialog.dataset.sayOver;
    say(seconds);
  }

  /* Aloud, only now and then. */
  function say(seconds) {
    const moment = [0, 10, 30, 60].find((each) => seconds <= each) ?? WARNING;
    if (moment >= Number(said.dataset.kwMoment)) {
      return;
    }
    said.dataset.kwMoment = moment;
    const format = new Intl.NumberFormat(document.documentElement.lang, {
      style: 'unit',
      unit: 'second',
      unitDisplay: 'long',
    });
    const { sayLeft, sayOver } = dialog.dataset;
    said.textContent = seconds ? sayLeft.replace('…', format.format(seconds)) : sayOver;
  }

  /* To be asked is to be used. Whoever is not signed in any more would be led to sign in. */
  async function ask() {
    if (asking) {
      return;
    }
    asking = true;
    tried = Date.now();
    try {
      heard(await fetch(dialog.dataset.kwStay, { redirect: 'manual', cache: 'no-store' }));
    } catch {
      if (dialog.open) {
        window.Keywarden.toast(document.body.dataset.sayOffline);
      }
    } finally {
      asking = false;
    }
  }

  function heard(answer) {
    if (answer.ok) {
      noteUse(tried);
      check();
    } else if (answer.type === 'opaqueredirect') {
      location.assign(document.body.dataset.saySignIn);
    } else if (answer.status === 403) {
      location.reload(); // the server says why
    }
  }

  /* Who types a long text sends nothing, and is not idle. */
  function active() {
    if (!dialog.open && Date.now() - lastUse() > FRESH && sinceTried() > MINUTE) {
      ask();
    }
  }

  for (const sign of ['keydown', 'pointerdown', 'wheel']) {
    addEventListener(sign, active, { capture: true, passive: true });
  }

  document.getElementById('idle-stay').addEventListener('click', ask);

  dialog.addEventListener('cancel', (event) => {
    event.preventDefault(); // whoever presses Esc is there
    ask();
  });

  addEventListener('storage', (event) => {
    if (event.key === SHARED) {
      check();
    }
  });

  for (const wake of ['pageshow', 'focus']) {
    addEventListener(wake, check);
  }
  document.addEventListener('visibilitychange', check);

  document.addEventListener('DOMContentLoaded', () => {
    if (window.jQuery) {
      window.jQuery(document).on('pfAjaxSuccess', () => noteUse(Date.now()));
    }
  });

  noteUse(Date.now());
  check();
})();
