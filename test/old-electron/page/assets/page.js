/*
 * Stands in for the interface, whose CSS the old Chromium does not know: shows what the bridge tells, in words, and keeps all of it in `heard` for the test.
 */

const face = window.sealwireDesktop;
window.heard = { links: [], pushes: [], commands: [], violations: [] };

function show(id, text) {
  document.getElementById(id).textContent = text;
}

async function ask() {
  const { answer } = await face.call('status', {});
  if (answer === undefined) return;
  const { initialised, endpoint } = answer;
  if (!initialised) show('status', 'Nothing is made secure yet.');
  else show('status', endpoint?.listening ? `Listening on ${endpoint.url}` : 'The endpoint is paused.');
}

document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) => {
  window.heard.violations.push(`${violatedDirective} ${blockedURI}`);
});
face.listen(
  (push) => {
    window.heard.pushes.push(push);
    if (push.topic === 'changed') ask();
  },
  (link) => {
    window.heard.links.push(link);
    show('link', link.problem ? `${link.state}: ${link.problem.message} ${link.problem.fix}` : link.state);
  },
);
face.onCommand((command) => {
  window.heard.commands.push(command);
  show('command', JSON.stringify(command));
});
