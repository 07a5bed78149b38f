// The guide of the walkthrough: a card in the corner and a frame around the control that is meant.
(function () {
  'use strict';

  let stops = [];
  let words = {};
  let at = 0;
  let card = null;
  let target = null;
  let timer = 0;
  let windowsOpen = 0;

  const shown = (element) => element.getClientRects().length > 0;

  // Its own words, without the count that stands in a slot beside them.
  const ownText = (element) =>
    Array.from(element.childNodes)
      .filter((node) => node.nodeType === Node.TEXT_NODE)
      .map((node) => node.textContent)
      .join('')
      .trim();

  const nameOf = (element) =>
    (element.label || element.getAttribute('aria-label') || ownText(element) || element.textContent || '').trim();

  // The last match wins: windows lie later in the page than what they cover.
  function find(stop) {
    const candidates = Array.from(document.querySelectorAll(stop.css)).filter(shown);
    const wanted = stop.words ? stop.words.split('|') : [];
    if (wanted.length === 0) {
      return candidates.pop() || null;
    }
    for (const word of wanted) {
      const found = candidates.filter((element) => nameOf(element) === word).pop();
      if (found) {
        return found;
      }
    }
    return null;
  }

  function frame(element) {
    if (target === element) {
      return;
    }
    if (target) {
      target.classList.remove('tf-walk-target');
    }
    target = element;
    if (target) {
      target.classList.add('tf-walk-target');
      target.scrollIntoView({ block: 'nearest' });
    }
  }

  function button(text, action, main) {
    const made = document.createElement('button');
    made.type = 'button';
    made.textContent = text;
    made.dataset.walk = action;
    made.className = main ? 'tf-walk-main' : '';
    return made;
  }

  function paragraph(text, name) {
    const made = document.createElement('p');
    made.textContent = text;
    made.className = name;
    return made;
  }

  function draw() {
    const stop = stops[at];
    const step = words.step.replace('{0}', at + 1).replace('{1}', stops.length);
    const row = document.createElement('div');
    row.className = 'tf-walk-buttons';
    row.append(button(words.end, 'end', false));
    if (at > 0) {
      row.append(button(words.back, 'back', false));
    }
    const last = at === stops.length - 1;
    row.append(button(last ? words.finish : words.next, last ? 'end' : 'next', true));
    card.replaceChildren(
      paragraph(step, 'tf-walk-step'),
      paragraph(stop.title, 'tf-walk-title'),
      paragraph(stop.text, 'tf-walk-text'),
      row
    );
    look();
  }

  // Windows lie in the browser's top layer; the card comes back above each one that opens.
  function raise() {
    const open = document.querySelectorAll('vaadin-dialog[opened], vaadin-confirm-dialog[opened]').length;
    if (card.showPopover && (open !== windowsOpen || !card.matches(':popover-open'))) {
      if (card.matches(':popover-open')) {
        card.hidePopover();
      }
      card.showPopover();
    }
    windowsOpen = open;
  }

  // On a narrow screen the card would lie on the control that is meant.
  function stepAside() {
    const low = target && target.getBoundingClientRect().top > window.innerHeight / 2;
    card.classList.toggle('tf-walk-up', Boolean(low) && window.innerWidth < 900);
  }

  function look() {
    raise();
    frame(find(stops[at]));
    stepAside();
    if (stops[at].goesOn && at + 1 < stops.length && find(stops[at + 1])) {
      at += 1;
      draw();
    }
  }

  function end() {
    window.clearInterval(timer);
    frame(null);
    if (card) {
      card.remove();
      card = null;
    }
  }

  function act(action) {
    if (action === 'end') {
      end();
    } else {
      at = Math.min(stops.length - 1, Math.max(0, at + (action === 'next' ? 1 : -1)));
      draw();
      const main = card && card.querySelector('.tf-walk-main');
      if (main) {
        main.focus();
      }
    }
  }

  // Heard before any window does, which would take a click on the card for one outside of it and close.
  function guard(event) {
    if (!card || !card.contains(event.target)) {
      return;
    }
    event.stopPropagation();
    const pressed = event.type === 'click' && event.target.closest('[data-walk]');
    if (pressed) {
      act(pressed.dataset.walk);
    }
  }

  ['mousedown', 'mouseup', 'pointerdown', 'pointerup', 'touchstart', 'touchend', 'click'].forEach((type) =>
    window.addEventListener(type, guard, true)
  );

  window.tallyfoldWalkthrough = {
    start(givenStops, givenWords) {
      end();
      stops = givenStops;
      words = givenWords;
      at = 0;
      windowsOpen = 0;
      card = document.createElement('section');
      card.className = 'tf-walk';
      card.setAttribute('popover', 'manual');
      card.setAttribute('aria-label', words.label);
      card.setAttribute('aria-live', 'polite');
      document.body.append(card);
      draw();
      timer = window.setInterval(look, 300);
    },
    end,
  };
})();
