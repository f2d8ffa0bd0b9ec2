"""The English words that values are made of, by phrase key."""

from collections.abc import Mapping

ENGLISH: Mapping[str, str] = {
    "yes": "Yes",
    "no": "No",
    "not-applicable": "NA",
    "complete": "Complete",
    "no-longer-needed": "No longer needed",
    "for-body": "for {body}",
    "pupil": "pupil",
    "ordinal-one": "{number}st",
    "ordinal-two": "{number}nd",
    "ordinal-few": "{number}rd",
    "ordinal-other": "{number}th",
    "midday": "midday",
    "midnight": "midnight",
    "reference": "{number} version {version}",
    "not-issued": "Draft: not issued",
    "at-organisation": "{role}, {organisation}",
    "when-and-where": "{day} at {time}, {place}",
    "when": "{day} at {time}",
    "interpreter-in_person": "{name} ({language}), in person",
    "interpreter-phone": "{name} ({language}), by phone",
    "interpreter-video": "{name} ({language}), by video",
    "by-phone": "by phone",
    "by-email": "by email",
    "by-letter": "by letter",
    "by-in_person": "in person",
    "by-text_message": "by text message",
    "sessions": "{attended} of {possible} sessions attended ({share}), up to {day}",
}
