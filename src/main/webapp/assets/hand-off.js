/*
 * Gets a key from a billing provider in another tab, while the dialog "createKey" waits. What the hand-off
 * is known by lives in this script's memory, as long as it waits; the key itself never comes here.
 */
(function () {
  'use strict';

  const MAX_WAIT = 30000;
  const SUBMIT = 'createKeyForm:submit';

  /* The one hand-off under way: its tab, and once it has begun what the server said. */
  let current = null;

  const element = (part) => document.getElementById('createKey-' + part);
  const submit = () => document.getElementById(SUBMIT);
  const chosen = () => document.querySelector('#createKey [name="createKeyForm:source"]:checked');

  /* The tab is opened in the click itself, or browsers would block it; where it leads is known later. */
  function begin(event) {
    const button = event.target.closest('button');
    if (!button || button.id !== SUBMIT) {
      return;
    }
    if (current) {
      event.preventDefault();
      event.stopImmediatePropagation(); // one start, however often it is clicked
      return;
    }
    complain('');
    const source = chosen();
    if (source && source.value) {
      const tab = window.open('about:blank');
      if (tab) {
        tab.opener = null; // the provider shall have no hold of this page
      }
      current = { tab, source, missed: 0, unseen: 0 };
    }
  }

  /* The server has answered to the click. */
  function answered(settings, args) {
    const source = settings && (settings.source && settings.source.id ? settings.source.id : settings.source);
    if (source !== SUBMIT) {
      return;
    }
    if (!current || current.session) {
      giveUp(args && { session: args.kwHandOff, provider: args.kwHandOffProvider }); // nobody waits for it
      return;
    }
    if (!args || !args.kwHandOff) {
      closeTab(current.tab);
      current = null;
      return;
    }
    current.session = args.kwHandOff;
    current.provider = args.kwHandOffProvider;
    current.every = Number(args.kwLookAfter);
    current.until = Date.now() + Number(args.kwEndAfter);
    current.waiting = current.source.dataset.kwWaiting;
    element('page').href = args.kwHandOffPage;
    if (current.tab) {
      current.tab.location.replace(args.kwHandOffPage);
    }
    show(true);
    tell(current.tab ? current.waiting : said('blocked'));
    element('progress').focus();
    lookIn(current.every);
  }

  /* Waiting */

  function lookIn(millis) {
    current.due = Date.now() + millis;
    current.timer = setTimeout(look, millis, current);
  }

  async function look(mine) {
    if (Date.now() > mine.until) {
      end('expired');
      return;
    }
    mine.due = 0;
    const status = await asked(mine, () =>
      window.kwLookAtHandOff([
        { name: 'handOff:provider', value: mine.provider },
        { name: 'handOff:session', value: mine.session },
      ]),
    );
    if (mine !== current || !status) {
      return;
    }
    mine.missed = 0;
    if (status.kwStatus === 'complete') {
      register(mine);
    } else if (status.kwStatus === 'pending' || status.kwStatus === 'processing') {
      tell(progress(mine, status.kwStatus));
      lookIn(mine.every);
    } else {
      end(status.kwStatus);
    }
  }

  function progress(mine, status) {
    if (status === 'processing') {
      return said('processing');
    }
    if (!mine.tab) {
      return mine.opened ? mine.waiting : said('blocked');
    }
    // a provider may cut its tab off from us, which then looks closed: it is no reason to give up
    mine.unseen = mine.tab.closed && !mine.opened ? mine.unseen + 1 : 0;
    return mine.unseen > 2 ? said('closed') : mine.waiting;
  }

  /* The form, as it was sent at the start, with the hand-off that has its key. */
  async function register(mine) {
    tell(said('fetching'));
    element('cancel').disabled = true;
    const answer = await asked(mine, () => window.kwRegisterHandOff([{ name: 'handOff:session', value: mine.session }]));
    if (!answer) {
      return;
    }
    if (mine === current) {
      stop();
    }
    // told by hand, since failures were not to be told to everybody
    window.jQuery(document).trigger('pfAjaxComplete', [mine.xhr, {}, answer]);
  }

  /* What the server says to an action; nothing, if it is out of reach, and asked again later. */
  async function asked(mine, action) {
    try {
      const answer = await action();
      mine.xhr = answer.jqXHR;
      return mine.xhr.pfArgs;
    } catch (failure) {
      if (mine === current) {
        missed(mine, failure.jqXHR ? failure.jqXHR.status : 0);
      }
      return null;
    }
  }

  function missed(mine, status) {
    element('cancel').disabled = false;
    if (status === 401) {
      stop();
      location.assign(document.body.dataset.saySignIn);
    } else if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      end('failed');
    } else {
      mine.missed += 1;
      tell(said('retrying'));
      lookIn(Math.min(mine.every * 2 ** mine.missed, MAX_WAIT));
    }
  }

  /* The end of waiting: back to the form, which still has its values. */

  function end(why) {
    stop();
    complain(said(why));
  }

  /* At the server as well, so that no key comes of what somebody does in the other tab yet. */
  async function giveUp(left) {
    if (!left || !left.session) {
      return;
    }
    try {
      await window.kwCancelHandOff([
        { name: 'handOff:provider', value: left.provider },
        { name: 'handOff:session', value: left.session },
      ]);
    } catch {
      /* it ends by itself, ten minutes after its start */
    }
  }

  function cancel() {
    const left = current;
    stop();
    giveUp(left);
  }

  function stop() {
    if (!current) {
      return;
    }
    clearTimeout(current.timer);
    closeTab(current.tab);
    current = null;
    element('page').href = '#';
    element('cancel').disabled = false;
    tell('');
    show(false);
    if (submit()) {
      submit().focus();
    }
  }

  /* Only as long as it is ours to close: on its way to the provider, or back from there. */
  function closeTab(tab) {
    try {
      if (tab && !tab.closed && tab.location.origin) {
        tab.close();
      }
    } catch {
      /* it is at the provider's */
    }
  }

  /* What is seen */

  function show(waiting) {
    element('wait').hidden = !waiting;
    element('form').hidden = waiting;
  }

  const said = (what) => element('wait').dataset['say' + what.charAt(0).toUpperCase() + what.slice(1)];

  function tell(text) {
    const progressed = element('progress');
    if (progressed.textContent !== text) {
      progressed.textContent = text;
    }
  }

  function complain(text) {
    element('said').textContent = text || '';
    element('said').hidden = !text;
  }

  function label() {
    const source = chosen();
    const text = submit() && submit().querySelector('.ui-button-text');
    if (source && text) {
      text.textContent = source.dataset.kwLabel;
    }
  }

  document.addEventListener('click', begin, true);

  document.addEventListener('click', (event) => {
    if (event.target.closest('#createKey-cancel')) {
      cancel();
    } else if (current && event.target.closest('#createKey-page')) {
      current.opened = true;
    }
  });

  document.addEventListener('change', (event) => {
    if (event.target.matches('#createKey [name="createKeyForm:source"]')) {
      label();
    }
  });

  document.addEventListener(
    'close',
    (event) => {
      if (event.target.id === 'createKey') {
        cancel();
        complain('');
      }
    },
    true,
  );

  /* Timers sleep while the provider's tab is in front. */
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && current && current.due && !current.missed && Date.now() >= current.due) {
      clearTimeout(current.timer);
      look(current);
    }
  });

  window.addEventListener('pagehide', stop);

  document.addEventListener('DOMContentLoaded', () => {
    window.jQuery(document).on('pfAjaxComplete', (event, xhr, settings, args) => answered(settings, args));
  });
})();
