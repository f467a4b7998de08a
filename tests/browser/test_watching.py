"""The watch over the pages sees what it is there to see."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.watching import Watch


def faults_of(browser: Browser, samples: str, act: str) -> list[str]:
    """What is found on a page of the app that runs these words."""
    context = browser.new_context()
    watch = Watch(samples)
    page = watch.over(context)
    page.goto(f"{samples}/codebook")
    page.evaluate(act)
    page.wait_for_timeout(300)
    context.close()
    return watch.faults


def test_a_request_to_another_is_seen_and_the_app_forbids_it(
    browser: Browser, samples: str
) -> None:
    faults = faults_of(browser, samples, "fetch('http://127.0.0.1:1/').catch(() => {})")
    assert any("Content Security Policy" in fault for fault in faults)
    assert any("refused: connect-src" in fault for fault in faults)


def test_a_script_in_the_page_does_not_run_and_is_seen(browser: Browser, samples: str) -> None:
    act = (
        "document.body.append(Object.assign(document.createElement('script'), {text: 'alert(1)'}))"
    )
    faults = faults_of(browser, samples, act)
    assert any("refused: script-src" in fault for fault in faults)
    assert not any("dialog" in fault for fault in faults)


def test_dialogs_and_errors_are_seen(browser: Browser, samples: str) -> None:
    assert "dialog: here" in faults_of(browser, samples, "alert('here')")
    act = "void setTimeout(() => { throw new Error('broken') })"
    assert any("broken" in fault for fault in faults_of(browser, samples, act))


def test_a_page_that_does_nothing_has_no_faults(browser: Browser, samples: str) -> None:
    assert faults_of(browser, samples, "1") == []
